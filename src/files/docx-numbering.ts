import {
  type AbstractNumbering,
  type Level,
  type Numbering,
  NumberingReader,
} from './docx-numbering-part.js';
import { formatNumber } from './docx-number-format.js';
import { type ListPosition } from './docx-styles.js';
import { readXml } from './xml-events.js';

/**
 * Automatic numbers, which Word keeps out of the text: a clause 一、 typed by the list button has no 一、 in it.
 * Lists that share an abstract definition go on counting, unless one of them restarts.
 */
export class DocxNumbering {
  private readonly counters = new Map<AbstractNumbering, number[]>();
  private readonly begun = new Set<string>();

  private constructor(
    private readonly abstracts: ReadonlyMap<string, AbstractNumbering>,
    private readonly numberings: ReadonlyMap<string, Numbering>,
  ) {}

  static read(part: Uint8Array | undefined): DocxNumbering {
    const reader = new NumberingReader();
    if (part) readXml(part, reader);
    return new DocxNumbering(reader.abstracts, reader.numberings);
  }

  /** The depth at which a list numbers the paragraphs of a style that itself names only the list. */
  depthOfStyle(numberingId: string, styleIds: readonly string[]): number | undefined {
    const levels = this.abstractOf(this.numberings.get(numberingId))?.levels ?? [];
    for (const id of styleIds) {
      const depth = levels.findIndex((level) => level?.styleId === id);
      if (depth >= 0) return depth;
    }
    return undefined;
  }

  /** The label of the next paragraph at this place, for example 一、 or （二）; empty for bullets and no list. */
  next({ numberingId, depth }: ListPosition): string {
    const numbering = this.numberings.get(numberingId);
    const abstract = this.abstractOf(numbering);
    if (!numbering || !abstract) return '';
    const levels = levelsOf(numbering, abstract);
    const level = levels[depth];
    if (!level) return '';
    const counter = this.counterOf(numberingId, numbering, abstract);
    counter[depth] = (counter[depth] ?? level.start - 1) + 1;
    restartBelow(counter, depth, levels);
    return labelOf(level, levels, counter);
  }

  /** A definition may only point at the one that holds the levels, by the name of a list style. */
  private abstractOf(numbering: Numbering | undefined): AbstractNumbering | undefined {
    const found = numbering && this.abstracts.get(numbering.abstractId);
    if (found?.styleLinkTo === undefined) return found;
    return [...this.abstracts.values()].find(({ styleLink }) => styleLink === found.styleLinkTo) ?? found;
  }

  private counterOf(id: string, numbering: Numbering, abstract: AbstractNumbering): number[] {
    const counter = this.counters.get(abstract) ?? [];
    this.counters.set(abstract, counter);
    if (!this.begun.has(id)) {
      this.begun.add(id);
      for (const [depth, start] of numbering.restarts) counter[depth] = start - 1;
    }
    return counter;
  }
}

function levelsOf(numbering: Numbering, abstract: AbstractNumbering): (Level | undefined)[] {
  const levels = [...abstract.levels];
  for (const [depth, level] of numbering.levels) levels[depth] = level;
  for (const [depth, start] of numbering.restarts) {
    const level = levels[depth];
    if (level) levels[depth] = { ...level, start };
  }
  return levels;
}

/** Deeper levels begin again; one may say that it never does, or only below a certain level (w:lvlRestart). */
function restartBelow(counter: number[], depth: number, levels: readonly (Level | undefined)[]): void {
  for (let deeper = depth + 1; deeper < counter.length; deeper++) {
    if (depth < (levels[deeper]?.restartsAfter ?? deeper)) delete counter[deeper];
  }
}

function labelOf(level: Level, levels: readonly (Level | undefined)[], counter: readonly number[]): string {
  if (level.format === 'bullet' || level.format === 'none') return '';
  const label = level.label.replace(/%([1-9])/g, (_, digit: string) => {
    const place = Number(digit) - 1;
    const value = counter[place] ?? levels[place]?.start ?? 1;
    return formatNumber(value, level.inFigures ? 'decimal' : (levels[place]?.format ?? 'decimal'));
  });
  // Word sets a tab or a space behind the label; behind a bare figure it keeps “1” and “2025年” apart.
  return level.followedBy !== 'nothing' && /[0-9A-Za-z０-９]$/u.test(label) ? `${label} ` : label;
}
