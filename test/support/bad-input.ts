import { type Operation, pathWith } from './api-description.js';
import { type CallOptions } from './http-house.js';

export interface BadCall {
  what: string;
  path: string;
  options: CallOptions;
}

const hostileText = "a\u0000b\u202ec\u200b\ufffe<script>alert(1)</script>'; DROP TABLE unit; --{{7*7}}";
const wrongValues: [string, unknown][] = [
  ['null', null],
  ['a number', -1.5e300],
  ['a huge whole number', Number.MAX_SAFE_INTEGER],
  ['a list', [[]]],
  ['an object', { $ne: '' }],
  ['nothing', undefined],
  ['hostile text', hostileText],
  ['half a character', '\ud800'],
  ['far too long', 'x'.repeat(60_000)],
];
const wrongBodies: [string, unknown][] = [
  ['a list', []],
  ['a number', 7],
  ['an empty object', {}],
  ['a million characters', { title: 'x'.repeat(1_000_000) }],
  ['an unknown field', { constructor: 1, unknownField: true }],
];
const wrongQueryValues = [
  '%00',
  '%ED%A0%80',
  encodeURIComponent(hostileText),
  'x'.repeat(5000),
  '-1',
  '1e999',
];
const wrongIds = ['no-such-id', '%00', '..%2F..', encodeURIComponent('长'.repeat(80)), 'x'.repeat(3000)];

/** Everything wrong that is tried on a route. */
export function badCalls(operation: Operation, ids: Record<string, string>): BadCall[] {
  return [...wrongPaths(operation, ids), ...wrongQueries(operation, ids), ...wrongContents(operation, ids)];
}

function wrongPaths({ method, path, example }: Operation, ids: Record<string, string>): BadCall[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  return names.flatMap((name) =>
    wrongIds.map((id) => ({
      what: `${method} ${path}: ${name} is ${id.slice(0, 20)}`,
      path: pathWith(path, { ...ids, [name]: id }),
      options: { method, ...(example === undefined ? {} : { body: example }) },
    })),
  );
}

function wrongQueries({ method, path, query }: Operation, ids: Record<string, string>): BadCall[] {
  const address = pathWith(path, ids);
  const required = query.filter((field) => field.required).map((field) => `${field.name}=x`);
  const values = query.flatMap(({ name }) => wrongQueryValues.map((value) => `${name}=${value}`));
  return [...values, 'unknownField=1', 'limit=1&limit=2'].map((wrong) => ({
    what: `${method} ${path}?${wrong.slice(0, 40)}`,
    path: `${address}?${[...required.filter((field) => !wrong.startsWith(field.split('=')[0])), wrong].join('&')}`,
    options: { method },
  }));
}

function wrongContents(
  { method, path, example, takesFile }: Operation,
  ids: Record<string, string>,
): BadCall[] {
  if (method === 'GET') return [];
  const call = (what: string, body: unknown): BadCall => ({
    what: `${method} ${path}: ${what}`,
    path: pathWith(path, ids),
    options: { method, body },
  });
  const bodies = wrongBodies.map(([what, body]) => call(what, body));
  if (takesFile) return [...bodies, ...wrongFiles(call)];
  const fields = leavesOf(example).flatMap((place) =>
    wrongValues.map(([what, value]) =>
      call(`${place.join('.')} is ${what}`, withValue(example, place, value)),
    ),
  );
  return [...bodies, ...fields];
}

function wrongFiles(call: (what: string, body: unknown) => BadCall): BadCall[] {
  const form = (fill: (form: FormData) => void): FormData => {
    const made = new FormData();
    fill(made);
    return made;
  };
  return [
    call(
      'no file',
      form((data) => data.append('note', 'x')),
    ),
    call(
      'an empty file',
      form((data) => data.append('file', new Blob([]), '空.docx')),
    ),
    call(
      'text for a document',
      form((data) => data.append('file', new Blob(['not a zip']), '假.docx')),
    ),
    call(
      'a hostile name',
      form((data) => data.append('file', new Blob(['PK']), '../../\u202e报告.docx')),
    ),
    call(
      'an unknown field',
      form((data) => fillWithUnknownField(data)),
    ),
  ];
}

function fillWithUnknownField(data: FormData): void {
  data.append('unknownField', 'x');
  data.append('file', new Blob(['x']), 'x.csv');
}

type Place = (string | number)[];

/** The places of all values of a body, outer ones too: a whole list may be wrong as well as what is in it. */
function leavesOf(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  const inner = Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...place, key]));
  return place.length === 0 ? inner : [place, ...inner];
}

function withValue(body: unknown, place: Place, value: unknown): unknown {
  if (place.length === 0) return value;
  const [key, ...rest] = place;
  const copy = (Array.isArray(body) ? [...(body as unknown[])] : { ...(body as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}
