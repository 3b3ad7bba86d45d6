import { z } from 'zod';
import { defineAct, type Sent } from '../engine/index.js';
import {
  beganInput,
  canonicalJson,
  digest,
  formatActor,
  InvalidInput,
  type JsonObject,
  named,
  requireBegan,
  secretariat,
} from '../platform/index.js';
import { findCompilation, latestRecord } from './compilation.repository.js';
import { procedureContent } from './edited-content.js';
import { checkDays } from './procedure-days.js';
import { procedureKindNames, procedureKinds } from './procedure-kinds.js';
import { ProcedureRecord } from './procedure-record.entity.js';
import { ProcedureScans } from './procedure-scans.js';

class FileUnknown extends InvalidInput {
  constructor(digest: string) {
    super(
      `没有摘要为${digest.slice(0, 12)}…的文件；请先上传扫描件，再用上传后得到的摘要登记。`,
      'file-unknown',
    );
  }
}

const fileDigest = named(
  '扫描件的摘要',
  z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: '应为已上传文件的摘要' })
    .nullable()
    .default(null),
);
const [firstKind, ...otherKinds] = procedureKindNames.map((kind) =>
  z.strictObject({
    kind: z.literal(kind).describe(procedureKinds[kind].title),
    content: named('登记的内容', procedureKinds[kind].schema.strict()),
    fileDigest,
    /** The mark of the record that this one takes the place of. */
    began: beganInput,
  }),
);

/** Puts a formality on file (evaluation, legality review, risk, fair competition, party committee, decision). */
export const recordProcedure = defineAct({
  name: 'procedure.recorded',
  title: '登记办理情况',
  summary: '登记一项程序性文件；同类以最后登记的为准',
  may: secretariat,
  path: 'procedures',
  input: z.discriminatedUnion('kind', [firstKind, ...otherKinds], {
    error: `种类应为 ${procedureKindNames.join('、')} 之一`,
  }),
  example: {
    kind: 'evaluation',
    content: { title: '2011—2020年规划实施成效评估报告', conclusion: '', completedOn: '2021-07-30' },
  },
  answer: z.object({ id: z.string() }),
  status: 201,
  uses: { scans: ProcedureScans },
  async prepare({ fileDigest }, { scans }) {
    if (fileDigest !== null && !(await scans.exists(fileDigest))) throw new FileUnknown(fileDigest);
  },
  async perform(act, { kind, content, fileDigest, began }) {
    const { tx, compilationId, now } = act;
    await findCompilation(tx, compilationId);
    const last = await latestRecord(tx, compilationId, kind);
    requireBegan(began, procedureContent(last), `登记的${procedureKinds[kind].title}`);
    await checkDays(kind, content as never, { tx, compilationId, now });
    const id = act.ids.next();
    const recorded = { recordedAt: now, recordedBy: formatActor(act.actor) };
    const record = { id, compilationId, kind, content: content as never, fileDigest };
    await tx.insert(ProcedureRecord, { ...record, ...recorded });
    const contentDigest = digest('sha256', canonicalJson(content as JsonObject));
    act.note({ id, kind, contentDigest, fileDigest });
    return { id };
  },
});

export type RecordedContent = Sent<typeof recordProcedure>['content'];
