import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import {
  canonicalJson,
  drafters,
  exampleId,
  lineInput,
  named,
  saveRevision,
  sha256,
  StaleRevision,
  textInput,
} from '../platform/index.js';
import { Clause } from './clause.entity.js';
import { ClauseNotInWorkingRevision, requireWorkingRevision } from './drafts.repository.js';
import { editableText } from './editable-text.js';
import { rewordClause } from './reword-clause.js';

/** Rewords one clause of the working revision. */
export const editClause = defineAct({
  name: 'clause.edited',
  title: '修改条款',
  summary: '修改一个条款的文字；他人已改的不覆盖',
  may: drafters,
  path: 'clauses/edit',
  input: z.object({
    clauseId: z.string(),
    /** The clause's revision that the person read; a later one is not written over. */
    revision: z.int(),
    title: named('标题', lineInput(2000)),
    /** Passages and items, one a line. */
    text: named('正文', textInput()),
  }),
  example: {
    clauseId: exampleId,
    revision: 1,
    title: '总体要求',
    text: '到2025年，质量总体水平显著提高。',
  },
  answer: z.object({ revision: z.int() }),
  async perform(act, { clauseId, revision, title, text }) {
    const working = await requireWorkingRevision(act.tx, act.compilationId);
    const clause = await act.tx.findOneBy(Clause, { draftVersionId: working.id, clauseId });
    if (clause === null) throw new ClauseNotInWorkingRevision();
    requireLatest(clause, revision);
    const { titleStop, runIn, body, items, responsibilities } = clause;
    const wording = rewordClause({ title, titleStop, runIn, body, items, responsibilities }, title, text);
    const next = await saveRevision(act.tx, Clause, { id: clause.id, revision }, wording, '该条款');
    act.note({ draftVersionId: working.id, clauseId, digest: sha256(canonicalJson(wording)) });
    return { revision: next };
  },
});

function requireLatest(clause: Clause, began: number): void {
  const { title, revision } = clause;
  const current = { fields: { title, text: editableText(clause) }, revision };
  if (revision !== began) throw new StaleRevision('该条款', current);
}
