import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  calendarDateSchema,
  CalendarShelf,
  dateOf,
  formatDeadline,
  nextWorkingInstant,
} from '../calendar/index.js';
import { type Compilation, findCompilation, findDeadlines } from '../compilation/index.js';
import { obligationTitle } from '../obligations/index.js';
import { Clock, Database, type Instant, parseInput } from '../platform/index.js';
import { ladderSchema, type Rung } from './ladder.js';
import { workingHours } from './occurrences.js';
import { loadOpenObligations } from './open-obligations.js';
import { planTurns, upcomingTurns } from './plan-turns.js';
import { findPlan } from './reminders.repository.js';
import { type Turn } from './turn.js';

export const previewSchema = z.object({
  /** Only what would go out on this day. */
  on: calendarDateSchema.optional(),
});

/** One mail that would go out if nobody handed in before. */
export interface PlannedReminder {
  sendAt: Instant;
  rung: string;
  rungTitle: string;
  occurrence: number;
  template: string;
  unitName: string;
  recipientName: string;
  address: string;
  obligationId: string;
  obligationTitle: string;
  deadlineText: string;
}

/**
 * Who gets what when, on one day or up to the last deadline of the timeline, earliest first. Changes nothing. Empty
 * before the compilation starts, since nobody owes anything yet, and while it is suspended, since nothing is sent.
 */
@Injectable()
export class PreviewRemindersQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly shelf: CalendarShelf,
  ) {}

  /** @param input `{on?: '2021-07-21'}` */
  async execute(compilationId: string, input: unknown = {}): Promise<PlannedReminder[]> {
    const { on } = parseInput(previewSchema, input);
    const planned = await this.planned(compilationId, null);
    return planned.filter((line) => on === undefined || dateOf(line.sendAt) === on);
  }

  /** What would go out if the compilation had this ladder. @throws InvalidInput naming the faults of the ladder */
  withLadder(compilationId: string, rungs: unknown): Promise<PlannedReminder[]> {
    return this.planned(compilationId, parseInput(ladderSchema, rungs));
  }

  private async planned(compilationId: string, other: Rung[] | null): Promise<PlannedReminder[]> {
    const now = this.clock.now();
    const planned = await this.database.read(async (reader) => {
      const compilation = await findCompilation(reader, compilationId);
      if (compilation.suspendedAt !== null) return [];
      const open = await loadOpenObligations(reader, compilationId);
      const rungs = other ?? (await findPlan(reader, compilationId)).rungs;
      const calendar = await this.shelf.load(reader);
      const deadlines = await findDeadlines(reader, compilationId);
      const until = Math.max(now, ...deadlines.map((deadline) => deadline.effectiveAt));
      const overdue = planTurns(open, rungs, now, calendar).send;
      const later = upcomingTurns(open, rungs, { now, until }, calendar);
      const soonest = nextWorkingInstant(now, calendar, workingHours);
      return [
        ...overdue.map((turn) => describe(turn, soonest, { compilation, now })),
        ...later.map((turn) => describe(turn, turn.occurrence.dueAt, { compilation, now })),
      ];
    });
    return planned.sort((a, b) => a.sendAt - b.sendAt);
  }
}

function describe(
  { open, contact, occurrence }: Turn,
  sendAt: Instant,
  { compilation, now }: { compilation: Compilation; now: Instant },
) {
  const { obligation, unit } = open;
  const { nominal, effectiveAt: effective } = obligation;
  return {
    sendAt,
    rung: occurrence.rung.key,
    rungTitle: occurrence.rung.title,
    occurrence: occurrence.number,
    template: occurrence.rung.template,
    unitName: unit.name,
    recipientName: contact.name,
    address: contact.address,
    obligationId: obligation.id,
    obligationTitle: obligationTitle(compilation, obligation.kind, unit.category),
    deadlineText: formatDeadline({ nominal, effective }, now),
  };
}
