import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import { exampleId, idSchema, named, secretariat, StaleRevision } from '../platform/index.js';
import { RosterRefused } from './directory.errors.js';
import { findUnit, loadRoster } from './directory.repository.js';
import { planImport, rosterColumns, type RosterColumn } from './roster/index.js';
import { updateUnit } from './roster-writer.js';
import { type Unit } from './unit.entity.js';

const cell = z.string({ error: '应为文字' }).max(2000, { error: '不得超过2000个字符' }).optional();

/**
 * Corrects one unit of the roster by the same rules as an import: the revision that was on the screen, and the columns
 * to change as they would stand in a roster file. The full name changes by import only.
 */
export const correctUnit = defineAct({
  name: 'directory.unitCorrected',
  title: '更正单位信息',
  summary: '更正一家单位的简称、类别、别名、联络邮箱、备注；他人已改的不覆盖',
  afterEnd: 'always',
  may: secretariat,
  path: 'units/:unitId/correct',
  input: z.object({
    unitId: idSchema,
    revision: z.int({ error: '缺少所见版本号' }),
    shortName: named('简称', cell),
    category: named('类别', cell),
    aliases: named('别名', cell),
    liaison: named('联络员邮箱', cell),
    leader: named('负责人邮箱', cell),
    remark: named('备注', cell),
  }),
  example: { unitId: exampleId, revision: 1, liaison: 'liaison@example.org' },
  async perform(act, { unitId, revision, ...columns }) {
    const unit = await findUnit(act.tx, unitId);
    if (unit.revision !== revision) throw new StaleRevision('该单位');
    const { update, errors } = planImport(await loadRoster(act.tx), asTable(unit, columns));
    if (errors.length > 0) throw new RosterRefused(errors);
    for (const change of update) await updateUnit(act.tx, act.ids, unit, change.unit);
    act.note({ unitId, columns: Object.keys(columns) });
  },
});

function asTable(unit: Unit, columns: Partial<Record<RosterColumn, string>>): string[][] {
  const given = Object.entries(columns) as [RosterColumn, string][];
  const header = [rosterColumns.name, ...given.map(([column]) => rosterColumns[column])];
  return [header, [unit.name, ...given.map(([, text]) => text)]];
}
