import { type EntityManager, IsNull } from 'typeorm';
import { answer, type FactScope, type FactSource, positionOf } from '../engine/index.js';
import { listAcceptedSubmissions } from '../materials/index.js';
import {
  type BasisFacts,
  type DraftReadyFacts,
  draftStage,
  type TracedFacts,
} from '../../workflows/index.js';
import { RealignmentTask } from './basis.entity.js';
import { type ClauseTrace } from './clause.entity.js';
import { saysTheSame } from './draft-title.js';
import { type DraftVersion } from './draft-version.entity.js';
import { findClauses, latestFrozen, readDraft, workingRevision } from './drafts.repository.js';
import { tracesIn } from './traces.js';

const sampleSize = 20;

/** What this room can say about the requirements of the drafting chart. */
export const draftsFacts: FactSource[] = [
  answer(draftStage, 'draftReady', draftReady),
  answer(draftStage, 'materialsTraced', materialsTraced),
  answer(draftStage, 'basisAligned', basisAligned),
];

async function draftReady({ tx, compilationId, guard }: FactScope): Promise<DraftReadyFacts> {
  const version = guard.freezes ?? '';
  const working = await workingRevision(tx, compilationId);
  if (working === null || working.name !== version) {
    return { version, revision: 0, clauses: 0, doubts: 0, unchanged: false };
  }
  const clauses = (await findClauses(tx, working.id)).length;
  const doubts = working.confirmedAt === null ? working.doubts : 0;
  const unchanged = await standsUnchanged(tx, working);
  return { version, revision: working.revision, clauses, doubts, unchanged };
}

/** What the government approved is published as it is; every other version differs from the last or says why not. */
async function standsUnchanged(reader: EntityManager, working: DraftVersion): Promise<boolean> {
  if (working.unchangedReason !== null) return false;
  const { versions } = (await positionOf(reader, working.compilationId)).plan;
  if (working.name === versions.at(-1)) return false;
  const previous = await latestFrozen(reader, working.compilationId);
  if (previous === null) return false;
  return saysTheSame(await readDraft(reader, working), await readDraft(reader, previous), versions);
}

async function materialsTraced({ tx, compilationId }: FactScope): Promise<TracedFacts> {
  const working = await workingRevision(tx, compilationId);
  if (working === null) return { clauses: 0, untraced: 0, samples: [], unusedSubmissions: 0 };
  const clauses = await findClauses(tx, working.id);
  const parents = new Set(clauses.map((clause) => clause.parentClauseId));
  const traces = await tracesIn(tx, working.id);
  const traced = new Set(traces.map((trace) => trace.clauseId));
  const used = new Set(traces.filter(isOfSubmission).map((trace) => trace.sourceId));
  const accepted = await listAcceptedSubmissions(tx, compilationId);
  // A heading with clauses below it says nothing of its own.
  const lowest = clauses.filter((clause) => !parents.has(clause.clauseId));
  const untraced = lowest.filter((clause) => !traced.has(clause.clauseId));
  return {
    clauses: lowest.length,
    untraced: untraced.length,
    samples: untraced.slice(0, sampleSize).map((clause) => clause.label),
    unusedSubmissions: accepted.filter(({ id }) => !used.has(id)).length,
  };
}

const isOfSubmission = ({ sourceKind }: ClauseTrace): boolean => sourceKind === 'submission';

async function basisAligned({ tx, compilationId }: FactScope): Promise<BasisFacts> {
  const open = await tx.findBy(RealignmentTask, { compilationId, closedAt: IsNull() });
  return { openTasks: open.map((task) => task.title) };
}
