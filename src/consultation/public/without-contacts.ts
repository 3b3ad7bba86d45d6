const hidden = '〔联系方式不公开〕';

/** Mail addresses; identity numbers; mobile and fixed telephone numbers with their usual dashes and spaces. */
const contacts = [
  /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g,
  /(?<!\d)\d{17}[\dXx](?!\d)/g,
  /(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g,
  /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g,
];

/** What somebody wrote, as it may be published: people put their telephone number under a letter. */
export const withoutContacts = (text: string): string =>
  contacts.reduce((result, pattern) => result.replace(pattern, hidden), text);
