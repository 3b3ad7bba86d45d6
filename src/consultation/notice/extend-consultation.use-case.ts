import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { calendarDateSchema } from '../../calendar/index.js';
import { type Advanced, advanceCompilation, rescheduleDeadlines } from '../../compilation/index.js';
import { ActRunner, positionOf } from '../../engine/index.js';
import { consultStage } from '../../../workflows/index.js';
import { type Actor, Database, lineInput, parseInput } from '../../platform/index.js';

export const extendConsultationSchema = z.object({ until: calendarDateSchema, reason: lineInput(1000) });

/** Gives the public more time: the closing day moves and the extension is announced, both or neither. */
@Injectable()
export class ExtendConsultationUseCase {
  constructor(
    private readonly database: Database,
    private readonly runner: ActRunner,
  ) {}

  /** @param input `{until: date, reason}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<Advanced> {
    const { until, reason } = parseInput(extendConsultationSchema, input);
    return this.database.write(async (tx) => {
      const { deadlines: keys, events } = (await positionOf(tx, compilationId)).words(consultStage);
      const deadlines = { [keys.closes]: { kind: 'onOrBefore' as const, date: until } };
      await this.runner.perform(rescheduleDeadlines, { compilationId, actor }, { reason, deadlines });
      const step = { event: events.extend, reason };
      return this.runner.perform(advanceCompilation, { compilationId, actor }, step);
    });
  }
}
