import { strict as assert } from 'node:assert';
import { findUnit } from '../../directory/index.js';
import { type Act } from '../../engine/index.js';
import {
  beginDrafting,
  findOwnObligation,
  isOutstanding,
  type StandingObligation,
} from '../../obligations/index.js';
import { insertRows, saveRevision } from '../../platform/index.js';
import { emptyContent, formOf, type MaterialContent, measureLength } from '../content/index.js';
import { MaterialFrozen, NotAMaterial } from '../materials.errors.js';
import { digestsOf } from './frozen-record.js';
import { Submission, SubmissionFile } from './submission.entity.js';
import { filesOf, latestSubmission } from './submission.repository.js';

/** The actor's own material obligation, while it may still be written on. */
export async function findOpenObligation(act: Act, obligationId: string): Promise<StandingObligation> {
  const obligation = await findOwnObligation(act, obligationId);
  if (obligation.kind !== 'material') throw new NotAMaterial();
  if (!isOutstanding(obligation.state)) throw new MaterialFrozen(obligation.state);
  return obligation;
}

/** The version being written; after a return or a withdrawal a copy of the frozen one, which stays as it is. */
export async function openWorkingVersion(act: Act, obligation: StandingObligation): Promise<Submission> {
  const latest = await latestSubmission(act.tx, obligation.id);
  if (latest !== null && latest.frozenAt === null) return latest;
  await beginDrafting(act, obligation.id);
  const working = latest === null ? await firstVersion(act, obligation) : copyOf(act, latest);
  if (latest !== null) await act.tx.update(Submission, { id: latest.id }, { current: false });
  await act.tx.insert(Submission, working as never);
  if (latest !== null) await copyFiles(act, latest.id, working.id);
  return working;
}

async function firstVersion(act: Act, { id: obligationId, unitId }: StandingObligation): Promise<Submission> {
  const { category } = await findUnit(act.tx, unitId);
  const { compilationId, now: savedAt } = act;
  const empty = { content: emptyContent(), topic: null, characters: 0, indicatorCount: 0 };
  const unfrozen = { frozenAt: null, sha256: null, sm3: null };
  const first = { number: 1, current: true, revision: 0, savedAt };
  const of = { compilationId, obligationId, unitId, form: formOf(category) };
  return { id: act.ids.next(), ...of, ...first, ...empty, ...unfrozen };
}

const copyOf = (act: Act, frozen: Submission): Submission => ({
  ...frozen,
  id: act.ids.next(),
  number: frozen.number + 1,
  savedAt: act.now,
  frozenAt: null,
  sha256: null,
  sm3: null,
});

async function copyFiles(act: Act, from: string, to: string): Promise<void> {
  const files = await filesOf(act.tx, from);
  const copies = files.map((file) => ({ ...file, id: act.ids.next(), submissionId: to }));
  await insertRows(act.tx, SubmissionFile, copies);
}

/** Writes the content of a version that is not frozen; returns its new revision. */
export async function writeContent(act: Act, working: Submission, content: MaterialContent): Promise<number> {
  assert.equal(working.frozenAt, null, 'a frozen version is never written on');
  const change = {
    content,
    topic: content.topic === null ? null : String(content.topic),
    characters: measureLength(working.form, content).characters,
    indicatorCount: content.indicators.length,
    savedAt: act.now,
  };
  return saveRevision(act.tx, Submission, working, change as never, '该材料');
}

/** From here on the version says the same for ever; its digests go on the receipt and into the ledger. */
export async function freezeVersion(act: Act, working: Submission): Promise<Submission> {
  const digests = digestsOf(working, await filesOf(act.tx, working.id));
  const change = { frozenAt: act.now, ...digests };
  const revision = await saveRevision(act.tx, Submission, working, change, '该材料');
  return { ...working, ...change, revision };
}
