import { rowPlace, type SheetDoubt, type TableReading } from '../../sheets/index.js';
import { type OpinionField } from './opinion-columns.js';
import { type KnownUnits } from './row-proposer.js';

/** What is written around a table about whose opinions it holds, for tables without a column that says it. */
export interface WholeProposer {
  name: string;
  doubts: SheetDoubt[];
}

const label =
  /(?:填报|填表|反馈|提出|报送|回复|回函|来文|复函|所属|被?征求意见的?)?(?:单位|部门)(?:名称|全称)?(?:[（(][^）)]{0,8}[）)])?/u;
const labelled = new RegExp(`^${label.source}\\s*[:：]\\s*([^:：\\s　]{2,40})`, 'u');
const labelOnly = new RegExp(`^${label.source}\\s*[:：]?$`, 'u');

/**
 * “填报单位：市财政局” above or below the table says it. A title, the name of the sheet or of the file that begins
 * with a unit's name makes it likely, which is a doubt.
 */
export function wholeProposerOf(
  table: TableReading<OpinionField>,
  fileName: string,
  units: KnownUnits,
): WholeProposer | null {
  const written = labelledName(table.around);
  if (written !== null) return { name: written, doubts: [] };
  const titles = [...table.around, table.sheet, fileName.replace(/\.[^.]+$/, '')];
  for (const title of titles) {
    const name = unitAtStart(title, units);
    if (name === null) continue;
    const message = `表中没有“提出单位”一列，从“${title.slice(0, 40)}”看是${name}的意见，按${name}登记；如不对，请在表中写明提出单位。`;
    return { name, doubts: [{ place: rowPlace(1), message, row: null, blocks: false }] };
  }
  return null;
}

function labelledName(texts: readonly string[]): string | null {
  for (const [at, text] of texts.entries()) {
    const inOne = labelled.exec(text.trim())?.[1];
    if (inOne !== undefined) return inOne;
    const next = texts[at + 1];
    if (labelOnly.test(text.trim()) && next !== undefined && !/[:：]/.test(next)) return next.trim();
  }
  return null;
}

/** The unit's name before 关于, 对, 的意见 …; a title that only mentions a unit names nobody. */
function unitAtStart(title: string, units: KnownUnits): string | null {
  const bare = title.normalize('NFKC').replace(/^[\s\d.、_(附件)-]+/u, '');
  const [start] = bare.split(/关于|对|的|反馈|回复|意见|建议|复函|[-_—《（(\s]/u, 1);
  if (start.length < 3 || start === bare) return units.resolve(bare)?.kind === 'unit' ? bare : null;
  return units.resolve(start)?.kind === 'unit' ? start : null;
}
