type Fields = Record<string, string | string[]>;

/** What a browser would send of a form as it stands in the page. */
export const fieldsOf = (html: string, formId: string): Fields =>
  readForm(new RegExp(`<form id="${formId}"[\\s\\S]*?</form>`).exec(html)![0]);

/** The same of the first form that goes to an address that ends so. */
export function fieldsSentTo(html: string, action: string): Fields {
  const forms = html.match(/<form[^>]*>[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((text) => /action="([^"]*)"/.exec(text)?.[1].endsWith(action));
  if (form === undefined) throw new Error(`no form goes to ${action}`);
  return readForm(form);
}

/** The forms of a page that is looked at: where its buttons send it, and the names of what it sends. */
export const formsIn = (html: string, path: string): { actions: string[]; names: string[] }[] =>
  (html.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? []).map((form) => ({
    actions: [
      /^<form[^>]* action="([^"]*)"/.exec(form)?.[1] ?? path,
      ...[...form.matchAll(/ formaction="([^"]*)"/g)].map(([, action]) => action),
    ].map(unescaped),
    names: [...form.matchAll(/<(?:input|textarea|select|button) [^>]*?\bname="([^"]*)"/g)].map(
      ([, name]) => name,
    ),
  }));

function readForm(form: string): Fields {
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) => (fields[name] ??= []).push(unescaped(value));
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const skipped = name === undefined || name === 'formToken' || name === 'formTicket';
    if (skipped || (/type="(?:checkbox|radio)"/.test(tag) && !/ checked/.test(tag))) continue;
    add(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name, value] of form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    add(name, value);
  for (const [, name, options] of form.matchAll(/<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    add(name, selectedIn(options));
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

function selectedIn(options: string): string {
  const [, value, text] = /<option(?: value="([^"]*)")? selected>([^<]*)/.exec(options) ?? [];
  return value ?? text ?? '';
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, '&');
