import { attribute, type Attributes, isOn } from './xml-events.js';

export interface Level {
  start: number;
  format: string;
  /** The label with %1 … %9 for the numbers of the levels. */
  label: string;
  /** w:isLgl: all numbers of the label are shown in figures. */
  inFigures: boolean;
  /** w:lvlRestart: begins again only after a level less deep than this; 0 never. */
  restartsAfter?: number;
  followedBy?: string;
  /** The style whose paragraphs are numbered at this level. */
  styleId?: string;
}

export interface AbstractNumbering {
  levels: (Level | undefined)[];
  /** The list style that this definition holds the levels of. */
  styleLink?: string;
  /** The list style in whose definition the levels are. */
  styleLinkTo?: string;
}

export interface Numbering {
  abstractId: string;
  restarts: Map<number, number>;
  /** Levels that this list defines in its own way. */
  levels: Map<number, Level>;
}

/** Reads the part in which a Word document keeps its lists. */
export class NumberingReader {
  readonly abstracts = new Map<string, AbstractNumbering>();
  readonly numberings = new Map<string, Numbering>();
  private abstract: AbstractNumbering | undefined;
  private level: Level | undefined;
  private numbering: Numbering | undefined;
  private overriddenDepth = 0;

  open(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? '';
    const depth = Number(attribute(attributes, 'ilvl') ?? 0);
    if (name === 'abstractNum') this.beginAbstract(attribute(attributes, 'abstractNumId') ?? '');
    else if (name === 'num') this.beginNumbering(attribute(attributes, 'numId') ?? '');
    else if (name === 'lvlOverride') this.overriddenDepth = depth;
    else if (name === 'lvl') this.beginLevel(depth);
    else if (this.level) noteLevel(this.level, name, value, attributes);
    else if (this.numbering) this.noteNumbering(this.numbering, name, value);
    else if (this.abstract && name === 'styleLink') this.abstract.styleLink = value;
    else if (this.abstract && name === 'numStyleLink') this.abstract.styleLinkTo = value;
  }

  close(name: string): void {
    if (name === 'abstractNum') this.abstract = undefined;
    else if (name === 'num') this.numbering = undefined;
    else if (name === 'lvl') this.level = undefined;
  }

  text(): void {}

  private beginAbstract(id: string): void {
    this.abstract = { levels: [] };
    this.abstracts.set(id, this.abstract);
  }

  private beginNumbering(id: string): void {
    this.numbering = { abstractId: '', restarts: new Map(), levels: new Map() };
    this.numberings.set(id, this.numbering);
  }

  private beginLevel(depth: number): void {
    if (!(depth >= 0 && depth <= 8)) return;
    this.level = { start: 1, format: 'decimal', label: '', inFigures: false };
    if (this.abstract) this.abstract.levels[depth] = this.level;
    else this.numbering?.levels.set(depth, this.level);
  }

  private noteNumbering(numbering: Numbering, name: string, value: string): void {
    if (name === 'abstractNumId') numbering.abstractId = value;
    else if (name === 'startOverride') numbering.restarts.set(this.overriddenDepth, Number(value));
  }
}

function noteLevel(level: Level, name: string, value: string, attributes: Attributes): void {
  if (name === 'start') level.start = Number(value);
  // Newer formats stand in an mc:Choice with `custom`; the mc:Fallback after it has the plain one.
  else if (name === 'numFmt') level.format = value === 'custom' ? level.format : value;
  else if (name === 'lvlText') level.label = value;
  else if (name === 'isLgl') level.inFigures = isOn(attributes);
  else if (name === 'lvlRestart') level.restartsAfter = Number(value);
  else if (name === 'suff') level.followedBy = value;
  else if (name === 'pStyle') level.styleId = value;
}
