import { strict as assert } from 'node:assert';
import { z } from 'zod';

export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  [keyword: string]: unknown;
}

/**
 * The JSON Schema (2020-12, as OpenAPI 3.1 takes it) of the very schema that validates.
 * @param direction what may be sent (before defaults and cleaning), or what comes back
 */
export function jsonSchemaOf(schema: z.ZodType, direction: 'input' | 'output'): JsonSchema {
  const document = z.toJSONSchema(schema, { io: direction, unrepresentable: 'any' }) as JsonSchema;
  assert.ok(!('$defs' in document), 'references inside a schema would not resolve in the OpenAPI document');
  return Object.fromEntries(Object.entries(document).filter(([keyword]) => keyword !== '$schema'));
}

/** What may stand in a field, in Chinese, for the list of routes. */
export function describeType(schema: JsonSchema): string {
  if (schema.const !== undefined) return `固定为 ${String(schema.const)}`;
  if (schema.enum !== undefined) return `${schema.enum.map(String).join('、')} 之一`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(describeType))].join('，或者 ');
  if (Array.isArray(schema.type))
    return schema.type.map((type) => describeType({ ...schema, type })).join('，或者 ');
  const typeNames: Record<string, () => string> = {
    string: () => describeText(schema),
    integer: () => `整数${describeRange(schema)}`,
    number: () => `数字${describeRange(schema)}`,
    boolean: () => 'true 或者 false',
    null: () => 'null',
    array: () => `数组，每项为${describeType(schema.items ?? {})}`,
    object: () => '对象',
  };
  return typeNames[schema.type ?? '']?.() ?? '任意内容';
}

const formats: Record<string, string> = {
  date: '日期，如 2021-06-25',
  'date-time': '时刻，如 2021-06-25T01:00:00Z',
  email: '电子邮件地址',
};

function describeText({ format, maxLength }: JsonSchema): string {
  const named = format === undefined ? undefined : formats[format];
  if (named !== undefined) return named;
  return maxLength === undefined ? '文字' : `文字，不超过${maxLength}个字符`;
}

/** Zod bounds every integer by what JavaScript can count; that is no rule of ours. */
function describeRange({ minimum, maximum }: JsonSchema): string {
  const low = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  const high = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  if (low !== undefined && high !== undefined) return `，${low}至${high}`;
  if (low !== undefined) return `，不小于${low}`;
  return high === undefined ? '' : `，不大于${high}`;
}
