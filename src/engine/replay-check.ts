import { type EntityManager } from 'typeorm';
import { readChain } from '../ledger/index.js';
import { type Replayed, replayLedger } from './replay.js';
import { WorkflowInstance } from './workflow-instance.entity.js';

export interface ReplayVerdict {
  ok: boolean;
  compared: number;
  /** Instances whose stored snapshot or state is not what the ledger leads to. */
  differing: string[];
}

/** Plays the ledger through the charts and compares every stored snapshot with what it arrives at. */
export async function checkReplay(reader: EntityManager, compilationId: string): Promise<ReplayVerdict> {
  const replayed = await replayLedger(readChain(reader, compilationId));
  const stored = await reader.find(WorkflowInstance, {
    select: { id: true, definition: true, state: true, snapshot: true, changedAt: true },
    where: { compilationId },
  });
  const differing = stored
    .filter((instance) => !standsWhere(instance, replayed.get(instance.id)))
    .map(({ id }) => id);
  const storedIds = new Set(stored.map(({ id }) => id));
  const missing = [...replayed.keys()].filter((id) => !storedIds.has(id));
  return {
    ok: differing.length === 0 && missing.length === 0,
    compared: stored.length,
    differing: [...differing, ...missing],
  };
}

function standsWhere(
  { definition, state, snapshot, changedAt }: WorkflowInstance,
  arrived: Replayed | null | undefined,
): boolean {
  if (arrived === null || arrived === undefined) return false;
  const { earliest, latest } = arrived.changedAt;
  const sameState = arrived.snapshot === snapshot && arrived.state === state;
  return sameState && arrived.definition === definition && changedAt >= earliest && changedAt <= latest;
}
