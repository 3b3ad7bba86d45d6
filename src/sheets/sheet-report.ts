import { Refusal } from '../platform/index.js';
import { type TableReading } from './read-table.js';
import { type SheetChoice } from './sheet-choice.js';
import { type LeftOut, type SheetDoubt } from './table-kind.js';

/** How a table was understood, as every door shows it. */
export interface TableShown {
  sheet: string;
  sheets: { name: string; hidden: boolean; rows: number; chosen: boolean }[];
  header: { first: number; last: number } | null;
  columns: {
    letters: string;
    heading: string;
    hidden: boolean;
    field: string | null;
    known: string | null;
    samples: string[];
  }[];
}

export interface SheetFindings {
  table: TableShown;
  doubts: { place: string; message: string; row: number | null; blocks: boolean }[];
  leftOut: { place: string; what: string; holds: boolean }[];
  /** Nothing is taken before a person has confirmed the doubts and what was left out, or chosen otherwise. */
  held: boolean;
}

interface Found {
  table: TableReading;
  doubts: readonly SheetDoubt[];
  leftOut: readonly LeftOut[];
}

const isHeld = ({ doubts, leftOut }: Omit<Found, 'table'>): boolean =>
  doubts.length > 0 || leftOut.some(({ holds }) => holds);

export function findingsOf({ table, doubts, leftOut }: Found): SheetFindings {
  const { sheet, sheets, header, columns } = table;
  const shown = columns.map(({ letters, heading, hidden, field, known, samples }) => ({
    letters,
    heading,
    hidden,
    field,
    known,
    samples,
  }));
  return {
    table: { sheet, sheets, header, columns: shown },
    doubts: [...doubts],
    leftOut: [...leftOut],
    held: isHeld({ doubts, leftOut }),
  };
}

/** A table holds something doubtful that nobody has looked at. */
export class DoubtsUnconfirmed extends Refusal {
  constructor(
    readonly doubts: readonly SheetDoubt[],
    leftOut: readonly LeftOut[],
  ) {
    const missed = leftOut.filter(({ holds }) => holds);
    const shown = [
      ...doubts.slice(0, 3).map(({ place, message }) => `${place}：${message}`),
      ...missed.slice(0, Math.max(0, 3 - doubts.length)).map(({ place, what }) => `${place}：${what}。`),
    ];
    super(
      'doubts-unconfirmed',
      `表中有${doubts.length}处存疑、${missed.length}处内容没有读入，尚未办理。${shown.join('')}` +
        '请先试导入逐条核对，改选或者改正文件；确认无误的，选“已核对，按所示办理”后再办。',
    );
  }
}

/** @throws DoubtsUnconfirmed unless a person has confirmed what is doubtful */
export function requireConfirmed(found: Omit<Found, 'table'>, { confirmed }: SheetChoice): void {
  if (isHeld(found) && confirmed !== true) throw new DoubtsUnconfirmed(found.doubts, found.leftOut);
}
