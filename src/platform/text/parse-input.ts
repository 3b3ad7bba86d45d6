import { z, type ZodType } from 'zod';
import { InvalidInput } from '../refusal.js';

/** For faults that a schema has no sentence of its own for. */
const { localeError } = z.locales.zhCN();

/** Parses what arrived at a use case or a door; what does not fit is refused with every fault named. */
export function parseInput<T>(schema: ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input, { error: localeError });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || '内容'}：${message}`);
  throw new InvalidInput(`填写的内容有误：${faults.join('；')}。请改正后再提交。`);
}
