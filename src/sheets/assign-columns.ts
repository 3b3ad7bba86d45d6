import { lettersOf } from '../files/index.js';
import { headingsOf, isSerial, matchesOf } from './heading.js';
import { type Grid } from './grid.js';
import { type HeaderBlock, levelsOf } from './find-header.js';
import { type SheetChoice } from './sheet-choice.js';
import { type SheetDoubt, type TableKind } from './table-kind.js';

/** How it is known what a column is. */
export type Known = 'chosen' | 'remembered' | 'heading' | 'content';

export interface TableColumn<F extends string = string> {
  /** From 0. */
  at: number;
  letters: string;
  heading: string;
  hidden: boolean;
  serial: boolean;
  field: F | null;
  /** What a hidden column would be if it were read. */
  means: F | null;
  known: Known | null;
  /** The first texts below the heading. */
  samples: string[];
  /** How many rows say something in it. */
  filled: number;
}

export interface Assignment<F extends string> {
  columns: TableColumn<F>[];
  doubts: SheetDoubt[];
}

const samplesShown = 3;
const rowsLookedAt = 500;
const clearlyLooks = 0.8;
const perhapsLooks = 0.5;

/** Says what each column of a table is: as a person chose or chose before, by its heading, or by what stands in it. */
export function assignColumns<F extends string>(
  grid: Grid,
  kind: TableKind<F>,
  block: HeaderBlock,
  choice: SheetChoice<F>,
  remembered: Partial<Record<F, number | null>> | undefined,
): Assignment<F> {
  const assigner = new Assigner(grid, kind, block, choice.takeHidden === true);
  assigner.settle(choice.columns ?? {}, 'chosen');
  assigner.settle(remembered ?? {}, 'remembered');
  assigner.byHeading(2);
  assigner.byHeading(1);
  assigner.byContent();
  return { columns: assigner.columns, doubts: assigner.doubts };
}

class Assigner<F extends string> {
  readonly columns: TableColumn<F>[];
  readonly doubts: SheetDoubt[] = [];
  /** Fields that have their column, or of which a person said that there is none. */
  private readonly settled = new Set<F>();
  private readonly texts: string[][];
  private readonly levels: string[][];

  constructor(
    grid: Grid,
    private readonly kind: TableKind<F>,
    block: HeaderBlock,
    private readonly takesHidden: boolean,
  ) {
    this.levels = levelsOf(grid, block);
    const body = Math.min(grid.height, block.last + 1 + rowsLookedAt);
    this.texts = Array.from({ length: grid.width }, (_, at) => {
      const below = [];
      for (let row = block.last + 1; row < body; row++) below.push(grid.down(row, at).trim());
      return below.filter((text) => text !== '');
    });
    this.columns = this.texts.map((texts, at) => ({
      at,
      letters: lettersOf(at),
      heading: headingTextOf(this.levels[at]),
      hidden: grid.sheet.hiddenColumns.has(at),
      serial: isSerial(this.levels[at]),
      field: null,
      means: null,
      known: null,
      samples: texts.slice(0, samplesShown),
      filled: texts.length,
    }));
  }

  settle(columns: Partial<Record<F, number | null>>, known: Known): void {
    for (const [field, at] of Object.entries(columns) as [F, number | null][]) {
      if (this.settled.has(field)) continue;
      const column = at === null ? undefined : this.columns[at];
      if (column?.field === null) this.give(column, field, known, true);
      else if (at === null) this.settled.add(field);
    }
  }

  byHeading(strength: 1 | 2): void {
    for (const { field, title, looks } of this.kind.fields) {
      if (this.settled.has(field)) continue;
      const fitting = this.free().filter(({ at }) => {
        const matches = matchesOf(this.kind, this.levels[at]);
        const usable = strength === 2 ? matches.slice(0, 1) : matches;
        return usable.some((match) => match.field === field && match.strength === strength);
      });
      const [best, second] = rank(fitting, (at) => looks?.(this.texts[at]) ?? 0);
      if (best === undefined) continue;
      if (strength === 1 && looks !== undefined && best.filled > 0 && looks(this.texts[best.at]) < 0.2)
        continue;
      this.give(best, field, 'heading');
      if (second !== undefined && second.filled > 0 && second.heading !== best.heading)
        this.doubts.push(between(title, best, second));
    }
  }

  /** Only where no heading says it, and never in silence. */
  byContent(): void {
    for (const spec of this.kind.fields) {
      if (this.settled.has(spec.field) || spec.looks === undefined) continue;
      const fitting = this.unnamed().map((column) => ({ column, fit: spec.looks!(this.texts[column.at]) }));
      const [best, second] = fitting.sort((a, b) => b.fit - a.fit);
      const enough = spec.field === this.kind.needed ? perhapsLooks : clearlyLooks;
      if (best === undefined || best.fit < enough || best.fit - (second?.fit ?? 0) < 0.15) continue;
      this.give(best.column, spec.field, 'content');
      const heading = best.column.heading === '' ? '没有列名' : `列名“${best.column.heading}”没有认出`;
      this.doubts.push({
        place: `${best.column.letters}列`,
        message: `${heading}，按内容推测为“${spec.title}”；如不对，请改选。`,
        row: null,
        blocks: false,
      });
    }
  }

  private give(column: TableColumn<F>, field: F, known: Known, evenHidden = false): void {
    this.settled.add(field);
    // A hidden column keeps its meaning, so that its field is not looked for elsewhere, but is not read unasked.
    if (column.hidden && !evenHidden && !this.takesHidden) {
      column.known = known;
      column.means = field;
      return;
    }
    column.field = field;
    column.known = known;
    column.serial = false;
  }

  private free(): TableColumn<F>[] {
    return this.columns.filter(({ field, known }) => field === null && known === null);
  }

  /** Columns about which their headings say nothing. */
  private unnamed(): TableColumn<F>[] {
    return this.free().filter(({ at, heading, serial, filled, hidden }) => {
      if (serial || filled === 0 || hidden) return false;
      return heading === '' || !headingsOf(this.levels[at]).some((text) => this.kind.known?.test(text));
    });
  }
}

const between = <F extends string>(
  title: string,
  best: TableColumn<F>,
  second: TableColumn<F>,
): SheetDoubt => ({
  place: `${second.letters}列`,
  message:
    `${best.letters}列“${best.heading}”和${second.letters}列“${second.heading}”都像“${title}”，` +
    `按${best.letters}列读取，${second.letters}列不读入；如不对，请改选。`,
  row: null,
  blocks: false,
});

/** More likely by what stands in them, then by how much stands in them, then from the left. */
const rank = <F extends string>(columns: TableColumn<F>[], fit: (at: number) => number): TableColumn<F>[] =>
  [...columns].sort(
    (a, b) => Number(b.filled > 0) - Number(a.filled > 0) || fit(b.at) - fit(a.at) || a.at - b.at,
  );

function headingTextOf(levels: readonly string[]): string {
  const distinct = levels.filter((text, at) => text !== '' && text !== levels[at - 1]);
  return distinct.map((text) => text.replace(/\s+/gu, '')).join('—');
}
