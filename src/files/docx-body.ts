import { type DocxFindings } from './docx-findings.js';
import {
  addCell,
  type DocxParagraph,
  type DocxTable,
  type OpenTable,
  openTable,
  textOfCell,
} from './docx-flow.js';
import { DocxComposer, type OpenParagraph, openParagraph } from './docx-composer.js';
import { type DocxNotes } from './docx-notes.js';
import { type DocxNumbering } from './docx-numbering.js';
import { DocxObjects } from './docx-objects.js';
import { type DocxRevisions, type RevisionKind } from './docx-revisions.js';
import { type DocxStyles } from './docx-styles.js';
import { attribute, type Attributes, isOn, type XmlEvents } from './xml-events.js';

/** How the text of a run is shown. */
interface OpenRun {
  hidden: boolean;
  struck: boolean;
}

/**
 * Elements whose text is no text of the document: the codes of fields, the second copy of a drawing for old
 * programs, former properties, reading aids.
 */
const skipped = new Set([
  'instrText',
  'delInstrText',
  'Fallback',
  'rt',
  'rPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPr',
]);
const insideText: Record<string, string> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Collects paragraphs and tables, and what is not taken of them, while the main part of a document is read. */
export class DocxBody implements XmlEvents {
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly runs: OpenRun[] = [];
  private readonly objects: DocxObjects;
  private readonly composer: DocxComposer;
  private depth = 0;
  private skipDepth = 0;
  private formulaDepth = 0;
  private placeholderDepth = 0;
  private inText = false;
  private inParagraphProperties = false;
  private inRowProperties = false;
  private inRunProperties = false;

  constructor(
    styles: DocxStyles,
    numbering: DocxNumbering,
    private readonly notes: DocxNotes,
    private readonly findings: DocxFindings,
    private readonly revisions: DocxRevisions,
  ) {
    this.objects = new DocxObjects(findings);
    this.composer = new DocxComposer(styles, numbering, findings, revisions);
  }

  open(name: string, attributes: Attributes): void {
    this.depth++;
    if (this.skipDepth > 0 || skipped.has(name) || (name === 'pPrChange' && this.revisions.keepsFormer)) {
      this.skipDepth++;
      return;
    }
    if (this.inRunProperties) this.openRunProperty(name, attributes);
    else if (this.inParagraphProperties) this.openParagraphProperty(name, attributes);
    else this.openContent(name, attributes);
    if (name === 'rPr') this.inRunProperties = true;
  }

  close(name: string): void {
    const depth = this.depth--;
    if (this.skipDepth > 0) {
      this.skipDepth--;
      return;
    }
    if (name === 't' || name === 'delText') this.inText = false;
    else if (name === 'rPr') this.inRunProperties = false;
    else if (name === 'pPr') this.inParagraphProperties = false;
    else if (name === 'trPr') this.inRowProperties = false;
    else if (name === 'r') this.runs.pop();
    else if (name === 'p') this.closeParagraph();
    else if (name === 'txbxContent') this.closeBox();
    else if (name === 'tc') this.closeCell();
    else if (name === 'tr') this.closeRow();
    else if (name === 'tbl') this.closeTable();
    this.objects.end(depth);
    this.revisions.leave(depth);
    if (this.formulaDepth === depth) this.formulaDepth = 0;
    if (this.placeholderDepth === depth) this.placeholderDepth = 0;
  }

  text(text: string): void {
    if (this.inText && this.skipDepth === 0) this.append(text);
  }

  /** To be called when the part has been read. */
  finish(): { paragraphs: DocxParagraph[]; tables: DocxTable[] } {
    return this.composer.finish();
  }

  private openContent(name: string, attributes: Attributes): void {
    const kind = this.revisions.kindOf(name);
    if (kind !== undefined) this.openRevision(kind, name);
    else if (name === 'p') this.paragraphs.push(openParagraph());
    else if (name === 'r') this.runs.push({ hidden: false, struck: false });
    else if (name === 'pPr') this.inParagraphProperties = true;
    else if (name === 'trPr') this.inRowProperties = true;
    else if (name === 't' || name === 'delText') this.inText = true;
    else if (name === 'txbxContent') this.composer.beginFlow();
    else if (name === 'oMath' && this.formulaDepth === 0) this.formulaDepth = this.depth;
    else if (name === 'showingPlcHdr') this.placeholderDepth = this.depth - 2;
    else if (name in insideText && attribute(attributes, 'type') !== 'page') this.append(insideText[name]);
    else if (/^t(?:bl|r|c)$|^gridSpan$|^vMerge$|^gridBefore$/.test(name))
      this.openTablePart(name, attributes);
    else this.noteLeftOut(name, attributes);
    this.objects.begin(name, attributes, this.depth);
  }

  private openTablePart(name: string, attributes: Attributes): void {
    const table = this.tables.at(-1);
    const value = attribute(attributes, 'val');
    if (name === 'tbl') {
      this.composer.endParagraphs();
      this.tables.push(openTable(this.depth));
    } else if (!table) return;
    else if (name === 'tr') Object.assign(table, { row: [], rowDepth: this.depth, rowGone: false });
    else if (name === 'tc') {
      const cell = { span: 1, cellDepth: this.depth, cellGone: false, continuesAbove: false };
      Object.assign(table, cell);
      this.composer.beginFlow();
    } else if (name === 'gridSpan') table.span = Math.max(1, Math.min(Number(value) || 1, 63));
    else if (name === 'gridBefore') {
      for (let column = 0; column < Math.min(Number(value) || 0, 63); column++) table.row.push('');
    } else if (name === 'vMerge') table.continuesAbove = value === undefined || value === 'continue';
  }

  private noteLeftOut(name: string, attributes: Attributes): void {
    if (this.revisions.muted) return;
    const id = attribute(attributes, 'id') ?? '';
    if (name === 'footnoteReference') this.findings.leave(`脚注${this.notes.quote('footnotes', id)}`);
    else if (name === 'endnoteReference') this.findings.leave(`尾注${this.notes.quote('endnotes', id)}`);
    else if (name === 'commentReference') this.findings.leave(`批注${this.notes.quote('comments', id)}`);
    else if (name === 'sym')
      this.findings.leave(`符号字体“${attribute(attributes, 'font') ?? ''}”中的一个字符`);
    else if (name === 'altChunk' || name === 'subDoc') this.findings.leave('插入的另一个文档');
  }

  /** A change of a row or a cell holds for all of it, though its mark stands in the properties. */
  private openRevision(kind: RevisionKind, name: string): void {
    const table = this.tables.at(-1);
    const gone = this.revisions.isGone(kind);
    if (table && this.inRowProperties) {
      table.rowGone ||= gone;
      this.revisions.enter(kind, table.rowDepth);
    } else if (table && name.startsWith('cell')) {
      table.cellGone ||= gone;
      this.revisions.enter(kind, table.cellDepth);
    } else this.revisions.enter(kind, this.depth);
  }

  private openRunProperty(name: string, attributes: Attributes): void {
    const run = this.runs.at(-1);
    const paragraph = this.paragraphs.at(-1);
    if (!this.inParagraphProperties) {
      if (run && name === 'vanish') run.hidden = isOn(attributes);
      if (run && (name === 'strike' || name === 'dstrike')) run.struck = isOn(attributes);
      return;
    }
    const kind = this.revisions.kindOf(name);
    if (!paragraph) return;
    if (name === 'vanish') paragraph.markHidden = isOn(attributes);
    if (kind === undefined) return;
    this.revisions.noteMark(kind);
    paragraph.markGone ||= this.revisions.isGone(kind);
  }

  private openParagraphProperty(name: string, attributes: Attributes): void {
    const paragraph = this.paragraphs.at(-1);
    const value = attribute(attributes, 'val');
    if (!paragraph) return;
    if (name === 'pPrChange') Object.assign(paragraph, formerProperties);
    if (value === undefined) return;
    if (name === 'pStyle') paragraph.styleId = value;
    else if (name === 'outlineLvl') paragraph.outlineLevel = Number(value);
    else if (name === 'numId') paragraph.numberingId = value;
    else if (name === 'ilvl') paragraph.depth = Number(value);
  }

  private append(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    const run = this.runs.at(-1);
    if (!paragraph) return;
    this.revisions.note(text);
    if (this.revisions.muted) return;
    if (this.formulaDepth > 0) this.findings.set('formula', text);
    else if (this.placeholderDepth > 0) this.findings.set('placeholder', text);
    else if (run?.hidden) this.findings.set('hidden', text);
    else if (run?.struck) this.findings.set('struck', text);
    else paragraph.text += text;
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph) this.composer.endParagraph(paragraph);
  }

  private closeBox(): void {
    const box = this.composer.takeFlow();
    if (box) this.paragraphs.at(-1)?.boxes.push(box);
  }

  private closeCell(): void {
    const table = this.tables.at(-1);
    const cell = this.composer.takeFlow();
    if (table && cell && !table.cellGone) addCell(table, textOfCell(cell));
  }

  private closeRow(): void {
    const table = this.tables.at(-1);
    if (table && !table.rowGone && table.row.length > 0) table.rows.push(table.row);
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (table) this.composer.addTable(table);
  }
}

const formerProperties = {
  styleId: undefined,
  outlineLevel: undefined,
  numberingId: undefined,
  depth: undefined,
};
