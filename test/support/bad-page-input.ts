import { z } from 'zod';
import { type AnyPageRoute } from '../../src/web/pages/page-route.js';

/** Something wrong that is asked of a page or sent by a form. */
export interface BadVisit {
  what: string;
  path: string;
  /** Of a form. */
  body?: URLSearchParams | FormData;
}

const hostileText = "a\u0000b\u202ec\u200b\ufffe<script>alert(1)</script>'; DROP TABLE unit; --{{7*7}}";
const wrongIds = ['no-such-id', '%00', '..%2F..', '__proto__'];
const wrongQueryValues = ['', 'x', '-1', '999999999', encodeURIComponent(hostileText)];
const wrongValues: [string, string[]][] = [
  ['empty', ['']],
  ['one letter', ['x']],
  ['a negative number', ['-1']],
  ['a huge number', ['99999999999999999999']],
  ['a day that never was', ['2021-02-30']],
  ['hostile text', [hostileText]],
  ['sent twice', ['x', 'y']],
  ['far too long', ['长'.repeat(12_000)]],
  ['the id of something else', ['01933e5c-0000-7000-8000-000000000000']],
];
/** Names that every object of the language has. */
const inheritedNames = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

export function badVisits(route: AnyPageRoute, idsOf: (name: string) => string): BadVisit[] {
  const named = (others: Record<string, string> = {}) =>
    route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => others[name] ?? idsOf(name));
  const names = [...route.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]);
  const strays = names.flatMap((name) =>
    wrongIds.map((id) => ({ what: `${name} is ${id.slice(0, 20)}`, path: named({ [name]: id }) })),
  );
  if (route.method === 'GET')
    return [{ what: 'as it is', path: named() }, ...strays, ...asked(route, named())];
  const empty = () => new URLSearchParams();
  return [...strays.map((stray) => ({ ...stray, body: empty() })), ...sent(route, named())];
}

function asked(route: AnyPageRoute & { method: 'GET' }, path: string): BadVisit[] {
  const fields = [...Object.keys(route.query.shape), 'page', 'unknown'];
  const one = fields.flatMap((name) => wrongQueryValues.map((value) => `${name}=${value}`));
  const twice = fields.map((name) => `${name}=1&${name}=2`);
  const all = ['', 'x'].map((value) => fields.map((name) => `${name}=${value}`).join('&'));
  return [...one, ...twice, ...all].map((query) => ({
    what: `?${query.slice(0, 50)}`,
    path: `${path}?${query}`,
  }));
}

function sent(route: AnyPageRoute & { method: 'POST' }, path: string): BadVisit[] {
  const fields = fieldsOf(route.body);
  const allOf = (values: string[], names = fields) =>
    new URLSearchParams(names.flatMap((name) => values.map((value): [string, string] => [name, value])));
  const bodies: [string, URLSearchParams | FormData][] = [
    ['an empty form', new URLSearchParams()],
    ...wrongValues.map(([what, values]): [string, URLSearchParams] => [what, allOf(values)]),
    ['names that every object has', allOf([hostileText], [...inheritedNames, ...fields])],
    [
      'brackets',
      allOf(
        ['x'],
        fields.map((name) => `${name}[0][x]`),
      ),
    ],
    [
      'five thousand fields',
      allOf(
        ['x'],
        Array.from({ length: 1000 }, (_, index) => `field${index}`),
      ),
    ],
  ];
  if (route.file) bodies.push(...wrongFiles(fields));
  return bodies.map(([what, body]) => ({ what, path, body }));
}

function wrongFiles(fields: string[]): [string, FormData][] {
  const withFile = (bytes: string, name: string): FormData => {
    const data = new FormData();
    for (const field of fields) data.append(field, 'x');
    data.append('file', new Blob([bytes]), name);
    return data;
  };
  return [
    ['no file', withFile('', '')],
    ['an empty file', withFile('', '空.docx')],
    ['text for a document', withFile('not a zip', '../../\u202e假.docx')],
    ['a broken archive', withFile('PK\u0003\u0004broken', 'a\r\nb".xlsx')],
  ];
}

/** Of a form whose fields are not known beforehand some that its page has. */
const fieldsOf = (body: z.ZodType): string[] =>
  fieldsOfForm(body) ?? ['revision', 'part-goals', 'whole', 'noOpinion', 'code', 'then'];

/** The names of a form's fields; null when they are not known beforehand. */
export function fieldsOfForm(body: z.ZodType): string[] | null {
  const read = body instanceof z.ZodPipe ? body.out : body;
  return read instanceof z.ZodObject && !takesOthers(read) ? Object.keys(read.shape) : null;
}

/** Whether it also takes fields that it does not name. */
const takesOthers = ({ def: { catchall } }: z.ZodObject): boolean =>
  catchall instanceof z.ZodType && !(catchall instanceof z.ZodNever);
