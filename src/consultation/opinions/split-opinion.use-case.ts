import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, Acts } from '../../engine/index.js';
import { type Actor, parseInput, saveRevision, sha256 } from '../../platform/index.js';
import { ClauseAnchors } from './clause-anchors.js';
import { type Point, pointSchema } from './opinion.dto.js';
import { Opinion } from './opinion.entity.js';
import { findOpinion } from './opinions.repository.js';
import { ClauseUnknown, storeOpinions, unhandled } from './register-opinions.js';

export const splitOpinionSchema = z.object({
  opinionId: z.string(),
  revision: z.int(),
  parts: z.array(pointSchema).min(2, { error: '至少拆成两条' }).max(100, { error: '一次最多拆成100条' }),
});

/** Splits a letter with several points: each is handled on its own and keeps where, when and from whom it came. */
@Injectable()
export class SplitOpinionUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{opinionId, revision, parts: [{content, clauseId?, clauseLabel?, quotation?}]}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<{ numbers: string[] }> {
    const { opinionId, revision, parts } = parseInput(splitOpinionSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'opinion.split' }, async (act) => {
      const letter = await findOpinion(act.tx, compilationId, opinionId);
      await saveRevision(act.tx, Opinion, { id: opinionId, revision }, {}, '该意见');
      const rows = await splitInto(act, letter, parts);
      return { numbers: rows.map((row) => row.number) };
    });
  }
}

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
