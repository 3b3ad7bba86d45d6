import { z } from 'zod';
import { type Act, defineAct } from '../../engine/index.js';
import { exampleId, named, saveRevision, secretariat, sha256 } from '../../platform/index.js';
import { ClauseAnchors } from './clause-anchors.js';
import { type Point, pointsSchema } from './opinion.dto.js';
import { Opinion } from './opinion.entity.js';
import { findOpinion } from './opinions.repository.js';
import { ClauseUnknown, storeOpinions, unhandled } from './register-opinions.js';

/** Splits a letter with several points: each is handled on its own and keeps where, when and from whom it came. */
export const splitOpinion = defineAct({
  name: 'opinion.split',
  title: '拆分意见',
  summary: '将含有几点意见的来信拆成几条，各自保留来源',
  may: secretariat,
  path: 'opinions/split',
  input: z.object({
    opinionId: z.string(),
    revision: z.int(),
    parts: named('逐条意见', pointsSchema.min(2, { error: '至少拆成两条' })),
  }),
  example: { opinionId: exampleId, revision: 1, parts: [{ content: '建议一' }, { content: '建议二' }] },
  answer: z.object({ numbers: z.array(z.string()) }),
  async perform(act, { opinionId, revision, parts }) {
    const letter = await findOpinion(act.tx, act.compilationId, opinionId);
    await saveRevision(act.tx, Opinion, { id: opinionId, revision }, {}, '该意见');
    const rows = await splitInto(act, letter, parts);
    return { numbers: rows.map((row) => row.number) };
  },
});

/** The letter is settled by its parts: each is a row of its own with the letter's origin. */
export async function splitInto(act: Act, letter: Opinion, points: readonly Point[]): Promise<Opinion[]> {
  await act.send(letter.id, { type: 'split' });
  const { compilationId, sequence, draftVersionId } = letter;
  const anchors = await ClauseAnchors.of(act.tx, draftVersionId);
  const taken = (await act.tx.maximum(Opinion, 'part', { compilationId, sequence })) ?? 0;
  const [root] = letter.number.split(/(?<=-\d+)-/);
  const parts = points.map((point, index) => {
    if (point.clauseId != null && !anchors.has(point.clauseId)) throw new ClauseUnknown();
    const part = taken + index + 1;
    return {
      ...letter,
      ...unhandled,
      id: act.ids.next(),
      part,
      number: `${root}-${part}`,
      parentId: letter.id,
      ...anchors.resolve(point),
      quotation: point.quotation ?? null,
      content: point.content,
      contentDigest: sha256(point.content),
      registeredAt: act.now,
      registeredSeq: act.ledgerSeq,
      submissionKey: null,
    };
  });
  await storeOpinions(act, parts, 'parts');
  return parts;
}
