import { z } from 'zod';

/** What a field of a form becomes before its schema sees it: browsers send nothing but text. */
type Reading = (value: unknown) => unknown;

const list: Reading = (value) => (value === undefined ? undefined : [value].flat());
/** A ticked box is sent, an unticked one is not. */
const ticked: Reading = (value) => value !== undefined && value !== 'false';
const number: Reading = (value) =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
/** A field that is sent empty when nothing was chosen. */
const chosen: Reading = (value) => (value === '' ? undefined : value);
const asSent: Reading = (value) => value;

interface Kind {
  type: string;
  mayBeMissing: boolean;
  mayBeNull: boolean;
}

/** What a field holds in the end, and whether it may be left out. */
function kindOf(schema: unknown): Kind {
  let mayBeMissing = false;
  let mayBeNull = false;
  let inner = schema;
  while (inner instanceof z.ZodType) {
    const { type, innerType, in: piped } = inner.def as { type: string; innerType?: unknown; in?: unknown };
    if (type === 'optional') mayBeMissing = true;
    if (type === 'nullable') mayBeNull = true;
    if (innerType === undefined && type !== 'pipe') return { type, mayBeMissing, mayBeNull };
    inner = innerType ?? piped;
  }
  return { type: 'unknown', mayBeMissing, mayBeNull };
}

const readings: Record<string, Reading> = { array: list, boolean: ticked, number };

function readingOf(schema: unknown): Reading {
  const { type, mayBeMissing, mayBeNull } = kindOf(schema);
  const reading = readings[type] ?? asSent;
  if (mayBeNull) return (value) => (value === '' ? null : reading(value));
  return mayBeMissing ? (value) => reading(chosen(value)) : reading;
}

/** The schema of an act's input as a form fills it: lists, numbers and ticks arrive as text. */
export function formBody<T>(schema: z.ZodType<T>): z.ZodType<T> {
  if (!(schema instanceof z.ZodObject)) return schema;
  const fields = Object.entries(schema.shape as Record<string, unknown>);
  const readingByName = new Map(fields.map(([name, field]) => [name, readingOf(field)]));
  const read = (body: unknown): unknown => {
    if (typeof body !== 'object' || body === null) return body;
    const sent = body as Record<string, unknown>;
    const ours = [...readingByName].map(([name, reading]) => [name, reading(sent[name])] as const);
    const known = Object.fromEntries(ours.filter(([, value]) => value !== undefined));
    const others = Object.entries(sent).filter(([name]) => !readingByName.has(name));
    return { ...known, ...Object.fromEntries(others) };
  };
  return z.preprocess(read, schema) as unknown as z.ZodType<T>;
}
