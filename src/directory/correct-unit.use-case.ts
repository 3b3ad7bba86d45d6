import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput, StaleRevision } from '../platform/index.js';
import { RosterRefused } from './directory.errors.js';
import { findUnit, loadRoster } from './directory.repository.js';
import { planImport, rosterColumns, type RosterColumn } from './roster/index.js';
import { updateUnit } from './roster-writer.js';
import { type Unit } from './unit.entity.js';

const cell = z.string({ error: '应为文字' }).max(2000, { error: '不得超过2000个字符' });
export const correctUnitSchema = z.strictObject({
  /** The revision that was on the screen. */
  revision: z.int({ error: '缺少所见版本号' }),
  shortName: cell.optional(),
  category: cell.optional(),
  aliases: cell.optional(),
  liaison: cell.optional(),
  leader: cell.optional(),
  remark: cell.optional(),
});

/** Corrects one unit of the roster by the same rules as an import; the full name changes by import only. */
@Injectable()
export class CorrectUnitUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{revision}` and the columns to change, as they would stand in a roster file */
  async execute(compilationId: string, actor: Actor, unitId: string, input: unknown): Promise<void> {
    const { revision, ...columns } = parseInput(correctUnitSchema, input);
    await this.acts.perform({ compilationId, actor, type: 'directory.unitCorrected' }, async (act) => {
      const unit = await findUnit(act.tx, unitId);
      if (unit.revision !== revision) throw new StaleRevision('该单位');
      const { update, errors } = planImport(await loadRoster(act.tx), asTable(unit, columns));
      if (errors.length > 0) throw new RosterRefused(errors);
      for (const change of update) await updateUnit(act.tx, act.ids, unit, change.unit);
      act.note({ unitId, columns: Object.keys(columns) });
    });
  }
}

function asTable(unit: Unit, columns: Partial<Record<RosterColumn, string>>): string[][] {
  const given = Object.entries(columns) as [RosterColumn, string][];
  const header = [rosterColumns.name, ...given.map(([column]) => rosterColumns[column])];
  return [header, [unit.name, ...given.map(([, text]) => text)]];
}
