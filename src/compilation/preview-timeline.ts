import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { formatDeadline } from '../calendar/index.js';
import { ActRunner, type Effect, type Sent, type Who } from '../engine/index.js';
import { Database } from '../platform/index.js';
import { findDeadlines } from './compilation.repository.js';
import { type enterHolidays } from './enter-holidays.use-case.js';
import { type rescheduleDeadlines, type shiftDeadlines } from './reschedule-deadlines.use-case.js';

/** What a change of the timeline would do. */
export interface TimelinePreview {
  /** In the order of the timeline; one that keeps its day is not listed. */
  moved: { key: string; title: string; from: string; to: string }[];
  unmoved: number;
  /** What the dates as moved do not keep without being impossible, in sentences. */
  warnings: string[];
  effects: Effect[];
}

/** The acts that move dates. */
export type MovesDates = typeof rescheduleDeadlines | typeof shiftDeadlines | typeof enterHolidays;

/** Does an act that moves dates, compares the deadlines, and takes it back. Refused like the act itself. */
@Injectable()
export class PreviewTimelineQuery {
  constructor(
    private readonly runner: ActRunner,
    private readonly database: Database,
  ) {}

  async execute<A extends MovesDates>(act: A, who: Who, sent: Sent<A>): Promise<TimelinePreview> {
    const before = await this.database.read((reader) => textsOf(reader, who.compilationId));
    const { result, seen, effects } = await this.runner.lookAfter(act, who, sent, ({ tx }) =>
      textsOf(tx, who.compilationId),
    );
    const lines = compared(before, seen);
    const moved = lines.filter(({ from, to }) => from !== to);
    return { moved, unmoved: lines.length - moved.length, warnings: result.warnings, effects };
  }
}

interface Line {
  key: string;
  title: string;
  to: string;
}

function compared(before: Line[], after: Line[]): TimelinePreview['moved'] {
  const old = new Map(before.map(({ key, to }) => [key, to]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.map((line) => ({ ...line, from: old.get(line.key) ?? '尚未确定' })),
    ...before.filter(({ key }) => !kept.has(key)).map((line) => ({ ...line, from: line.to, to: '移除' })),
  ];
}

async function textsOf(reader: EntityManager, compilationId: string): Promise<Line[]> {
  return (await findDeadlines(reader, compilationId)).map(({ key, title, nominal, effectiveAt }) => ({
    key,
    title,
    to: formatDeadline({ nominal, effective: effectiveAt }, 'anyone'),
  }));
}
