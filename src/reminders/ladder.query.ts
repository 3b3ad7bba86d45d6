import { Injectable } from '@nestjs/common';
import { Database } from '../platform/index.js';
import { type Rung } from './ladder.js';
import { findPlan } from './reminders.repository.js';

/** The ladder of a compilation and its edition, as {@link editLadder} wants them back. */
@Injectable()
export class LadderQuery {
  constructor(private readonly database: Database) {}

  async execute(compilationId: string): Promise<{ revision: number; rungs: Rung[] }> {
    const { revision, rungs } = await this.database.read((reader) => findPlan(reader, compilationId));
    return { revision, rungs };
  }
}
