import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { calendarDateSchema } from '../../calendar/index.js';
import {
  type Advanced,
  AdvanceCompilationUseCase,
  RescheduleDeadlinesUseCase,
} from '../../compilation/index.js';
import { positionOf } from '../../engine/index.js';
import { consultStage } from '../../../workflows/index.js';
import { type Actor, Database, lineInput, parseInput } from '../../platform/index.js';

export const extendConsultationSchema = z.object({ until: calendarDateSchema, reason: lineInput(1000) });

/** Gives the public more time: the closing day moves and the extension is announced, both or neither. */
@Injectable()
export class ExtendConsultationUseCase {
  constructor(
    private readonly database: Database,
    private readonly reschedule: RescheduleDeadlinesUseCase,
    private readonly advance: AdvanceCompilationUseCase,
  ) {}

  /** @param input `{until: date, reason}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<Advanced> {
    const { until, reason } = parseInput(extendConsultationSchema, input);
    return this.database.write(async (tx) => {
      const { deadlines: keys, events } = (await positionOf(tx, compilationId)).words(consultStage);
      const deadlines = { [keys.closes]: { kind: 'onOrBefore', date: until } };
      await this.reschedule.execute(compilationId, actor, { reason, deadlines });
      return this.advance.execute(compilationId, actor, events.extend, reason);
    });
  }
}
