import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Database, type Instant } from '../platform/index.js';
import { RegisterEntry } from './register-entry.entity.js';

export interface LatestReminder {
  at: Instant;
  /** How many reminders there were, the notice among them; one to several recipients counts once. */
  times: number;
}

/** When the units of a page of obligations were last reminded. */
@Injectable()
export class LatestRemindersQuery {
  constructor(private readonly database: Database) {}

  /** @param obligationIds those of a page, not of a whole register */
  async of(obligationIds: readonly string[]): Promise<Map<string, LatestReminder>> {
    if (obligationIds.length === 0) return new Map();
    const entries = await this.database.read((reader) =>
      reader.find(RegisterEntry, {
        select: { id: true, obligationId: true, recordedAt: true },
        where: { obligationId: In([...obligationIds]), mailId: Not(IsNull()) },
      }),
    );
    const instants = new Map<string, Set<Instant>>();
    for (const { obligationId, recordedAt } of entries) {
      const known = instants.get(obligationId) ?? new Set<Instant>();
      instants.set(obligationId, known.add(recordedAt));
    }
    return new Map([...instants].map(([id, at]) => [id, { at: Math.max(...at), times: at.size }]));
  }
}
