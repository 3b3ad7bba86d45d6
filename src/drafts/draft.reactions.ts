import { strict as assert } from 'node:assert';
import { type Act, positionOf, type Reaction, reactTo } from '../engine/index.js';
import { draftStage } from '../../workflows/index.js';
import { retitle } from './draft-title.js';
import { DraftVersion } from './draft-version.entity.js';
import { latestFrozen, readDraft, requireWorkingRevision, workingRevision } from './drafts.repository.js';
import { storeRevision } from './store-draft.js';
import { digestDraft, type DraftText } from './text/index.js';

const emptyDraft: DraftText = { title: '', head: [], foot: [], clauses: [] };

/** What the chart's steps do with the draft: freeze a version with its digest, open the next one for editing. */
export const draftReactions: Reaction[] = [
  reactTo(draftStage, 'freezeDraft', (act, { params }) => freeze(act, versionOf(params))),
  reactTo(draftStage, 'reopenDraft', (act, { params }) => reopen(act, versionOf(params))),
];

function versionOf({ version }: Record<string, unknown>): string {
  assert.ok(typeof version === 'string', 'a draft version is named');
  return version;
}

async function freeze(act: Act, name: string): Promise<void> {
  const working = await requireWorkingRevision(act.tx, act.compilationId);
  assert.equal(working.name, name, 'the working revision is of the version that is frozen');
  const draft = await readDraft(act.tx, working);
  const digest = digestDraft(draft);
  await act.tx.update(
    DraftVersion,
    { id: working.id },
    { state: 'frozen' as const, digest, frozenAt: act.now },
  );
  const { id, revision } = working;
  act.note({ frozenDraft: { id, name, revision, digest, clauses: draft.clauses.length } });
}

/**
 * The working revision of a version begins as a copy of what stands: of the working revision when a step leads back
 * while one is open (its edits are not lost), else of what was frozen last.
 */
async function reopen(act: Act, name: string): Promise<void> {
  const { tx, compilationId } = act;
  const { plan } = await positionOf(tx, compilationId);
  const source = (await workingRevision(tx, compilationId)) ?? (await latestFrozen(tx, compilationId));
  const draft = source === null ? emptyDraft : await readDraft(tx, source);
  const { id, revision } = await storeRevision(
    act,
    {
      name,
      origin: 'copy',
      doubts: source?.doubts ?? 0,
      findings: source?.findings ?? null,
      confirmedAt: source?.confirmedAt ?? null,
    },
    { ...draft, title: retitle(draft.title, name, plan.versions) },
  );
  act.note({ reopenedDraft: { id, name, revision, copyOf: source?.id ?? null } });
}
