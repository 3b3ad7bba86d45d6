import { emlName } from './eml-transport.js';

const mail = {
  id: '017a40ae-4280-7000-8000-000000000001',
  template: 'notice',
  messageId: '<1@bianzhi.mail>',
};

describe('the file name of a mail', () => {
  it('says when it was queued, its template and its recipient', () => {
    expect(emlName({ mail, to: 'liaison.commerce@example.org' })).toBe(
      '20210625-0900-017a40ae428070008000000000000001-notice-liaison.commerce@example.org.eml',
    );
  });

  it('sorts mails in the order in which they were queued', () => {
    const later = { ...mail, id: '017a40ae-4280-7001-8000-000000000000' };
    expect(emlName({ mail, to: 'z@example.org' }) < emlName({ mail: later, to: 'a@example.org' })).toBe(true);
  });

  it.each(['../../etc/passwd', 'a/b@example.org', 'a\\b@example.org', 'a\u0000b', '"甲,乙"@example.org'])(
    'stays inside the folder for the address %j',
    (to) => {
      expect(emlName({ mail, to })).toMatch(/^[\w.@-]+\.eml$/);
    },
  );
});
