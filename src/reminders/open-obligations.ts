import { type EntityManager, In } from 'typeorm';
import { type Contact, contactsOf, findUnits, type Unit } from '../directory/index.js';
import { WorkflowInstance } from '../engine/index.js';
import {
  DeadlineChange,
  findObligations,
  outstandingStates,
  type StandingObligation,
} from '../obligations/index.js';
import { type Instant } from '../platform/index.js';
import { RegisterEntry, turnKey } from './register-entry.entity.js';

/** An obligation whose unit still has to hand in, with whom to remind and of what they were reminded. */
export interface OpenObligation {
  obligation: StandingObligation;
  unit: Unit;
  contacts: Contact[];
  /** Since when this deadline runs for this unit: what fell due earlier concerned another one. */
  runsSince: Instant;
  /** {@link turnKey} of every turn in the register. */
  registered: Set<string>;
}

const idsPerStatement = 500;

/** A handful of queries for a compilation, never one per unit: a rehearsal asks on each of 180 days. */
export async function loadOpenObligations(
  reader: EntityManager,
  compilationId: string,
): Promise<OpenObligation[]> {
  const open = await findObligations(reader, compilationId, { states: outstandingStates });
  if (open.length === 0) return [];
  const units = new Map((await findUnits(reader)).map((unit) => [unit.id, unit]));
  const contacts = await contactsOf(reader, [...new Set(open.map((obligation) => obligation.unitId))]);
  const beginnings = await deadlinesRunSince(reader, compilationId, open);
  const registered = await registeredTurns(reader, open);
  return open.flatMap((obligation) => {
    const unit = units.get(obligation.unitId);
    if (unit === undefined) return [];
    return {
      obligation,
      unit,
      contacts: contacts.get(unit.id) ?? [],
      runsSince: beginnings.get(obligation.id) ?? obligation.issuedAt,
      registered: registered.get(obligation.id) ?? new Set<string>(),
    };
  });
}

/** The latest of: the change that made the present deadline, the return that opened it again. */
async function deadlinesRunSince(
  reader: EntityManager,
  compilationId: string,
  open: StandingObligation[],
): Promise<Map<string, Instant>> {
  const since = new Map<string, Instant>();
  const note = (id: string, at: Instant) => since.set(id, Math.max(at, since.get(id) ?? 0));
  if (open.some((obligation) => obligation.deadlineRevision > 1)) {
    const changes = await reader.findBy(DeadlineChange, { compilationId });
    changes.forEach((change) => note(change.obligationId, change.changedAt));
  }
  if (open.some((obligation) => obligation.state === 'returned')) {
    const returned = await reader.find(WorkflowInstance, {
      select: { id: true, changedAt: true },
      where: { compilationId, state: 'returned' },
    });
    returned.forEach((instance) => note(instance.id, instance.changedAt));
  }
  return since;
}

async function registeredTurns(
  reader: EntityManager,
  open: StandingObligation[],
): Promise<Map<string, Set<string>>> {
  const turns = new Map<string, Set<string>>(open.map(({ id }) => [id, new Set()]));
  const ids = [...turns.keys()];
  for (let from = 0; from < ids.length; from += idsPerStatement) {
    const entries = await reader.find(RegisterEntry, {
      select: { recipientId: true, obligationId: true, deadlineRevision: true, rung: true, occurrence: true },
      where: { obligationId: In(ids.slice(from, from + idsPerStatement)) },
    });
    for (const entry of entries) turns.get(entry.obligationId)?.add(turnKey(entry));
  }
  return turns;
}
