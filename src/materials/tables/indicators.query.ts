import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { type ObligationState } from '../../obligations/index.js';
import { Database } from '../../platform/index.js';
import { type Amount, amountsOf, type Indicator } from '../content/index.js';
import { findStanding, withContent } from '../submissions/standing-submissions.js';
import { compareIndicators, type IndicatorEntry, type IndicatorRow } from './compare-indicators.js';

export interface IndicatorTable {
  rows: IndicatorRow[];
  /** How many rows contradict themselves. */
  conflicting: number;
  /** How many units' submissions are in it. */
  submissions: number;
}

/** All indicators for 2025 and 2035 of what was handed in, with contradictions flagged. */
@Injectable()
export class IndicatorsQuery {
  constructor(private readonly database: Database) {}

  /** @param order.acceptedOnly leaves out what the secretariat has not reviewed yet */
  table(compilationId: string, order: { acceptedOnly?: boolean } = {}): Promise<IndicatorTable> {
    const states: ObligationState[] = order.acceptedOnly ? ['accepted'] : ['submitted', 'accepted'];
    return this.database.read(async (reader) => {
      const standing = await findStanding(reader, compilationId, { states });
      const entries: IndicatorEntry[] = [];
      for await (const { id, unit, submission } of withContent(reader, standing)) {
        const holder = { unitId: unit.id, unitName: unit.shortName, submissionId: id };
        entries.push(...submission.content.indicators.map((indicator) => entryOf(indicator, holder)));
      }
      const rows = compareIndicators(entries);
      const conflicting = rows.filter(({ conflicts }) => conflicts.length > 0).length;
      return { rows, conflicting, submissions: standing.length };
    });
  }
}

function entryOf(
  indicator: Indicator,
  holder: Pick<IndicatorEntry, 'unitId' | 'unitName' | 'submissionId'>,
): IndicatorEntry {
  const { name, unit, source, method } = indicator;
  const { baseline, value2025, value2035 } = amountsOf(indicator);
  return {
    ...holder,
    ...{ name, unit, source, method, baseline },
    value2025: handedIn(value2025),
    value2035: handedIn(value2035),
  };
}

function handedIn(amount: Amount | null): Amount {
  assert.ok(amount !== null, 'both targets are stated before an indicator is handed in');
  return amount;
}
