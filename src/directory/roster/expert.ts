import { z } from 'zod';
import { field } from './cell.js';
import { readName, requiredAddress } from './unit.js';

/** An expert (专家) who may be invited to the review; seeds name fields of work, not persons. */
export const expertSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '代号只能用小写字母、数字和连字符。'),
  name: field((text) => readName(text, '专家')),
  institution: field((text) => readName(text, '所在单位')),
  field: field((text) => readName(text, '专业领域')),
  address: field((text) => requiredAddress(text, '专家邮箱')),
});
export type Expert = z.infer<typeof expertSchema>;
