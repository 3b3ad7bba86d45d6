import { z } from 'zod';
import { cleanLine, cleanText } from './clean-text.js';

/** One line that a person typed: cleaned, not empty, at most `maxCharacters` UTF-16 units. */
export const lineInput = (maxCharacters = 500) =>
  z
    .string({ error: '请填写' })
    .max(maxCharacters, { error: `不得超过${maxCharacters}个字符` })
    .transform((text) => cleanLine(text))
    .refine((text) => text.trim() !== '', { error: '不得为空' });

/** Text of several lines that a person typed: cleaned, possibly empty. */
export const textInput = (maxCharacters = 50_000) =>
  z
    .string({ error: '请填写' })
    .max(maxCharacters, { error: `不得超过${maxCharacters}个字符` })
    .transform((text) => cleanText(text));

/** Ids are made by the house, keys by its definitions: neither holds anything else. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, { error: '编号应为1至64个字母、数字、下划线或者连字符' });

/** Stands for any id in examples. */
export const exampleId = '01933e5c-0000-7000-8000-000000000000';
