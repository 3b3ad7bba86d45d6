import { type DocxNumbering } from './docx-numbering.js';
import { type DocxStyles } from './docx-styles.js';
import { attribute, type Attributes, isOn, type XmlEvents } from './xml-events.js';

export interface DocxParagraph {
  text: string;
  /** The style's own name: heading 1, Normal, 正文文本. */
  style: string;
  /** 1 for a heading of the first level; absent for body text. */
  level?: number;
}

export interface DocxTable {
  /** Cell texts, row by row; a cell that spans columns is followed by empty ones. */
  rows: string[][];
  /** How many of the document's paragraphs stand before the table. */
  afterParagraph: number;
}

interface OpenParagraph {
  text: string;
  styleId?: string;
  outlineLevel?: number;
  numberingId?: string;
  depth?: number;
}

interface OpenTable {
  rows: string[][];
  row: string[];
  cell: string[];
  span: number;
}

/**
 * Content that is no text of the document: what a reviser deleted or moved away, the codes of fields, the second
 * copy of a drawing for old programs, the reading aids above characters.
 */
const skipped = new Set([
  'del',
  'moveFrom',
  'delText',
  'delInstrText',
  'instrText',
  'Fallback',
  'rt',
  'pict',
  'pPrChange',
  'rPrChange',
  'sectPr',
]);
const insideText: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Collects paragraphs and tables while the main part of a document is read. */
export class DocxBody implements XmlEvents {
  readonly paragraphs: DocxParagraph[] = [];
  readonly tables: DocxTable[] = [];
  private readonly openParagraphs: OpenParagraph[] = [];
  private readonly openTables: OpenTable[] = [];
  private skipDepth = 0;
  private inText = false;
  private inParagraphProperties = false;
  private inRunProperties = false;
  private hiddenRun = false;

  constructor(
    private readonly styles: DocxStyles,
    private readonly numbering: DocxNumbering,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.skipDepth > 0 || skipped.has(name)) {
      // The mark of a deleted paragraph end has no content and must not hide what follows it.
      this.skipDepth++;
      return;
    }
    if (this.inRunProperties) {
      if (name === 'vanish' && !this.inParagraphProperties) this.hiddenRun = isOn(attributes);
    } else if (this.inParagraphProperties) {
      this.openProperty(name, attributes);
    } else {
      this.openContent(name, attributes);
    }
    if (name === 'rPr') this.inRunProperties = true;
  }

  close(name: string): void {
    if (this.skipDepth > 0) {
      this.skipDepth--;
      return;
    }
    if (name === 't') this.inText = false;
    else if (name === 'rPr') this.inRunProperties = false;
    else if (name === 'pPr') this.inParagraphProperties = false;
    else if (name === 'r') this.hiddenRun = false;
    else if (name === 'p') this.closeParagraph();
    else if (name === 'tc') this.closeCell();
    else if (name === 'tr') this.openTables.at(-1)?.rows.push(this.openTables.at(-1)?.row ?? []);
    else if (name === 'tbl') this.closeTable();
  }

  text(text: string): void {
    if (this.inText && this.skipDepth === 0) this.append(text);
  }

  private openContent(name: string, attributes: Attributes): void {
    const table = this.openTables.at(-1);
    if (name === 'p') this.openParagraphs.push({ text: '' });
    else if (name === 'pPr') this.inParagraphProperties = true;
    else if (name === 't') this.inText = true;
    else if (name === 'tbl') this.openTables.push({ rows: [], row: [], cell: [], span: 1 });
    else if (name === 'tr' && table) table.row = [];
    else if (name === 'tc' && table) Object.assign(table, { cell: [], span: 1 });
    else if (name === 'gridSpan' && table)
      table.span = Math.min(Number(attribute(attributes, 'val')) || 1, 63);
    else if (name in insideText && attribute(attributes, 'type') !== 'page') this.append(insideText[name]);
  }

  private openProperty(name: string, attributes: Attributes): void {
    const paragraph = this.openParagraphs.at(-1);
    const value = attribute(attributes, 'val');
    if (!paragraph || value === undefined) return;
    if (name === 'pStyle') paragraph.styleId = value;
    else if (name === 'outlineLvl') paragraph.outlineLevel = Number(value);
    else if (name === 'numId') paragraph.numberingId = value;
    else if (name === 'ilvl') paragraph.depth = Number(value);
  }

  private append(text: string): void {
    const paragraph = this.openParagraphs.at(-1);
    if (paragraph && !this.hiddenRun) paragraph.text += text;
  }

  private closeParagraph(): void {
    const paragraph = this.openParagraphs.pop();
    if (!paragraph || paragraph.text.trim() === '') return;
    const style = this.styles.resolve(paragraph.styleId);
    // A table of contents repeats the headings.
    if (/^toc \d$/i.test(style.name)) return;
    const numberingId = paragraph.numberingId ?? style.numberingId;
    const depth = paragraph.depth ?? style.depth ?? 0;
    const label = numberingId === undefined ? '' : this.numbering.next({ numberingId, depth });
    const text = (label + paragraph.text).trimEnd();
    const cell = this.openTables.at(-1)?.cell;
    if (cell) {
      cell.push(text);
      return;
    }
    const outlineLevel = paragraph.outlineLevel ?? style.outlineLevel ?? 9;
    this.paragraphs.push({ text, style: style.name, ...(outlineLevel < 9 && { level: outlineLevel + 1 }) });
  }

  private closeCell(): void {
    const table = this.openTables.at(-1);
    if (!table) return;
    table.row.push(table.cell.join('\n').trim());
    for (let column = 1; column < table.span; column++) table.row.push('');
  }

  /** The text of a table inside a cell is text of that cell. */
  private closeTable(): void {
    const table = this.openTables.pop();
    if (!table) return;
    const outer = this.openTables.at(-1);
    if (outer) outer.cell.push(...table.rows.map((row) => row.join('\t')));
    else this.tables.push({ rows: table.rows, afterParagraph: this.paragraphs.length });
  }
}
