import { z, type ZodType } from 'zod';
import { InvalidInput } from '../refusal.js';

/** For faults that a schema has no sentence of its own for. */
const { localeError } = z.locales.zhCN();

/** Parses what arrived at a use case or a door; what does not fit is refused with every fault named. */
export function parseInput<T>(schema: ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input, { error: localeError });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${placeOf(schema, path)}：${message}`);
  throw new InvalidInput(`填写的内容有误：${faults.join('；')}。请改正后再提交。`);
}

/** Gives a field the name by which people know it. */
export const named = <T extends ZodType>(title: string, schema: T): T => schema.meta({ title }) as T;

/** The Chinese name that `named` gave to a schema, or to what it wraps. */
export function titleOfField(schema: unknown): string | undefined {
  for (let inner = schema; inner instanceof z.ZodType; inner = wrappedIn(inner)) {
    const title = z.globalRegistry.get(inner)?.title;
    if (title !== undefined) return title;
  }
  return undefined;
}

/** Where in the input: `理由`, `逐条意见.3.所指条款`; a field without a Chinese name by its own. */
function placeOf(schema: ZodType, path: PropertyKey[]): string {
  let inner: unknown[] = [schema];
  const names = path.map((key) => {
    inner = inner.flatMap((one) => membersOf(one, key));
    return (
      inner.map(titleOfField).find((title) => title !== undefined) ??
      (typeof key === 'number' ? `第${key + 1}项` : String(key))
    );
  });
  return names.join('.') || '内容';
}

const wrappedIn = (schema: ZodType): unknown => {
  const {
    innerType,
    in: from,
    out: to,
  } = schema.def as {
    innerType?: unknown;
    in?: unknown;
    out?: unknown;
  };
  // What is made ready for its schema has its members there.
  return innerType ?? (from instanceof z.ZodTransform ? to : from);
};

/** What stands there: of an input of several shapes, in whichever of them has it. */
function membersOf(schema: unknown, key: PropertyKey): unknown[] {
  if (!(schema instanceof z.ZodType)) return [];
  if (schema instanceof z.ZodObject) return [(schema.shape as Record<PropertyKey, unknown>)[key]];
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => membersOf(option, key));
  return membersOf(wrappedIn(schema), key);
}
