import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import {
  type Actor,
  canonicalJson,
  lineInput,
  parseInput,
  saveRevision,
  sha256,
  StaleRevision,
  textInput,
} from '../platform/index.js';
import { Clause } from './clause.entity.js';
import { ClauseNotInWorkingRevision, requireWorkingRevision } from './drafts.repository.js';
import { editableText } from './editable-text.js';
import { rewordClause } from './reword-clause.js';

export const editClauseSchema = z.object({
  clauseId: z.string(),
  /** The clause's revision that the person read; a later one is not written over. */
  revision: z.int(),
  title: lineInput(2000),
  /** Passages and items, one a line. */
  text: textInput(),
});

function requireLatest(clause: Clause, began: number): void {
  const { title, revision } = clause;
  const current = { fields: { title, text: editableText(clause) }, revision };
  if (revision !== began) throw new StaleRevision('该条款', current);
}

/** Rewords one clause of the working revision. */
@Injectable()
export class EditClauseUseCase {
  constructor(private readonly acts: Acts) {}

  async execute(compilationId: string, actor: Actor, input: unknown): Promise<{ revision: number }> {
    const { clauseId, revision, title, text } = parseInput(editClauseSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'clause.edited' }, async (act) => {
      const working = await requireWorkingRevision(act.tx, compilationId);
      const clause = await act.tx.findOneBy(Clause, { draftVersionId: working.id, clauseId });
      if (clause === null) throw new ClauseNotInWorkingRevision();
      requireLatest(clause, revision);
      const { titleStop, runIn, body, items, responsibilities } = clause;
      const wording = rewordClause({ title, titleStop, runIn, body, items, responsibilities }, title, text);
      const next = await saveRevision(act.tx, Clause, { id: clause.id, revision }, wording, '该条款');
      act.note({ draftVersionId: working.id, clauseId, digest: sha256(canonicalJson(wording)) });
      return { revision: next };
    });
  }
}
