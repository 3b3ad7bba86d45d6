import { z } from 'zod';
import { instant } from '../../web/index.js';

const count = z.number().int();
const form = z.enum(['industry', 'district', 'enterprise', 'research']);
const content = z.looseObject({}).describe('与暂存时的 content 相同');

const fileView = z.object({
  id: z.string(),
  kind: z.enum(['material', 'coverLetter']),
  name: z.string(),
  mediaType: z.string(),
  size: count.describe('字节'),
  sha256: z.string(),
  sm3: z.string(),
  uploadedAt: instant,
});

export const submittedView = z.object({
  submissionId: z.string(),
  number: count,
  frozenAt: instant,
  sha256: z.string(),
  sm3: z.string(),
});

export const examinedView = z.object({
  missing: z.array(z.string()).describe('报送前须补全的'),
  warnings: z.array(z.string()).describe('提示，不妨碍报送'),
});

export const materialView = examinedView.extend({
  obligationId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  form,
  formTitle: z.string(),
  state: z.string(),
  open: z.boolean().describe('单位是否还可以修改'),
  revision: count,
  content,
  length: z.looseObject({}),
  files: z.array(fileView),
  returnComments: z.array(z.string()),
  frozen: z.array(submittedView),
});

export const frozenView = z.object({
  submission: z.object({
    id: z.string(),
    obligationId: z.string(),
    unitId: z.string(),
    form,
    number: count,
    current: z.boolean(),
    content,
    characters: count,
    indicatorCount: count,
    frozenAt: instant,
    sha256: z.string(),
    sm3: z.string(),
  }),
  files: z.array(fileView),
  intact: z.boolean().describe('内容与报送时的摘要相符'),
});

export const uploadedView = examinedView.extend({
  submissionId: z.string(),
  revision: count,
  filled: z.array(z.string()).describe('从文档中读出并填入的'),
  kept: z.array(z.string()).describe('已经填写、保留不变的'),
  doubts: z
    .array(z.object({ place: z.string(), message: z.string() }))
    .describe('读取中须核对之处，注明在文档中的位置'),
  leftOut: z.array(z.object({ place: z.string(), what: z.string() })).describe('文档中没有读入的内容'),
});
