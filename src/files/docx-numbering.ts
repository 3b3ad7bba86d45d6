import { formatChineseNumeral } from '../platform/index.js';
import { type ListPosition } from './docx-styles.js';
import { attribute, type Attributes, readXml } from './xml-events.js';

interface Level {
  start: number;
  format: string;
  /** The label with %1 … %9 for the numbers of the levels. */
  label: string;
}

interface Numbering {
  abstractId: string;
  restarts: Map<number, number>;
}

/**
 * Automatic numbers, which Word keeps out of the text: a clause 一、 typed by the list button has no 一、 in it.
 * Lists that share an abstract definition go on counting, unless one of them restarts.
 */
export class DocxNumbering {
  private readonly counters = new Map<string, number[]>();
  private readonly restarted = new Set<string>();

  private constructor(
    private readonly levels: ReadonlyMap<string, Level[]>,
    private readonly numberings: ReadonlyMap<string, Numbering>,
  ) {}

  static read(part: Uint8Array | undefined): DocxNumbering {
    const reader = new NumberingReader();
    if (part) readXml(part, reader);
    return new DocxNumbering(reader.levels, reader.numberings);
  }

  /** The label of the next paragraph at this place, for example 一、 or （二）; empty for bullets and no list. */
  next({ numberingId, depth }: ListPosition): string {
    const numbering = this.numberings.get(numberingId);
    const levels = numbering && this.levels.get(numbering.abstractId);
    const level = levels?.[depth];
    if (!numbering || !levels || !level) return '';
    const counter = this.counterOf(numberingId, numbering, levels);
    counter[depth] = (counter[depth] ?? level.start - 1) + 1;
    counter.length = depth + 1;
    return labelOf(level, levels, counter);
  }

  private counterOf(numberingId: string, numbering: Numbering, levels: Level[]): number[] {
    const counter = this.counters.get(numbering.abstractId) ?? [];
    this.counters.set(numbering.abstractId, counter);
    if (!this.restarted.has(numberingId)) {
      this.restarted.add(numberingId);
      for (const [depth, start] of numbering.restarts) {
        levels[depth] = { ...levels[depth], start };
        counter[depth] = start - 1;
      }
    }
    return counter;
  }
}

function labelOf(level: Level, levels: Level[], counter: number[]): string {
  if (level.format === 'bullet' || level.format === 'none') return '';
  return level.label.replace(/%([1-9])/g, (_, digit: string) => {
    const depth = Number(digit) - 1;
    const value = counter[depth] ?? levels[depth]?.start ?? 1;
    return numberText(value, levels[depth]?.format ?? 'decimal');
  });
}

function numberText(value: number, format: string): string {
  if (/chinese|ideograph|japanese|taiwanese/i.test(format) && value >= 1 && value <= 9999) {
    return formatChineseNumeral(value);
  }
  if (format === 'decimalEnclosedCircle' && value >= 1 && value <= 20)
    return String.fromCodePoint(0x245f + value);
  if (format === 'decimalFullWidth')
    return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  if (format === 'lowerLetter' && value >= 1 && value <= 26) return String.fromCharCode(0x60 + value);
  if (format === 'upperLetter' && value >= 1 && value <= 26) return String.fromCharCode(0x40 + value);
  return String(value);
}

class NumberingReader {
  readonly levels = new Map<string, Level[]>();
  readonly numberings = new Map<string, Numbering>();
  private abstractLevels: Level[] | undefined;
  private level: Level | undefined;
  private numbering: Numbering | undefined;
  private overriddenDepth = 0;

  open(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? '';
    const depth = Number(attribute(attributes, 'ilvl') ?? 0);
    if (name === 'abstractNum')
      this.levels.set(attribute(attributes, 'abstractNumId') ?? '', (this.abstractLevels = []));
    else if (name === 'num') this.beginNumbering(attribute(attributes, 'numId') ?? '');
    else if (name === 'lvlOverride') this.overriddenDepth = depth;
    else if (name === 'abstractNumId' && this.numbering) this.numbering.abstractId = value;
    else if (name === 'startOverride') this.numbering?.restarts.set(this.overriddenDepth, Number(value));
    else if (name === 'lvl' && this.abstractLevels) this.beginLevel(depth);
    else this.note(name, value);
  }

  close(name: string): void {
    if (name === 'abstractNum') this.abstractLevels = undefined;
    else if (name === 'num') this.numbering = undefined;
    else if (name === 'lvl') this.level = undefined;
  }

  text(): void {}

  private beginNumbering(id: string): void {
    this.numbering = { abstractId: '', restarts: new Map() };
    this.numberings.set(id, this.numbering);
  }

  private beginLevel(depth: number): void {
    if (!this.abstractLevels || depth > 8) return;
    this.level = { start: 1, format: 'decimal', label: '' };
    this.abstractLevels[depth] = this.level;
  }

  private note(name: string, value: string): void {
    if (!this.level) return;
    if (name === 'start') this.level.start = Number(value);
    else if (name === 'numFmt') this.level.format = value;
    else if (name === 'lvlText') this.level.label = value;
  }
}
