import { type DocxFindings } from './docx-findings.js';
import {
  type Block,
  type DocxParagraph,
  type DocxTable,
  type Flow,
  keptMerges,
  type OpenTable,
  textOfCell,
} from './docx-flow.js';
import { type DocxNumbering } from './docx-numbering.js';
import { type DocxRevisions, quoted } from './docx-revisions.js';
import { type DocxStyles, type ResolvedStyle } from './docx-styles.js';

export type OpenFlow = Flow<OpenParagraph>;

export interface OpenParagraph {
  text: string;
  styleId?: string;
  outlineLevel?: number;
  numberingId?: string;
  depth?: number;
  /** Its end was taken away by a tracked change: it goes on in the next paragraph. */
  markGone: boolean;
  markHidden: boolean;
  boxes: OpenFlow[];
}

/** Puts paragraphs and tables one after the other, as they end: in the document, in a cell, in a text box. */
export class DocxComposer {
  private readonly body: OpenFlow = { blocks: [] };
  private readonly flows: OpenFlow[] = [this.body];
  private paragraphCount = 0;

  constructor(
    private readonly styles: DocxStyles,
    private readonly numbering: DocxNumbering,
    private readonly findings: DocxFindings,
    private readonly revisions: DocxRevisions,
  ) {}

  /** To be called when the part has been read. */
  finish(): { paragraphs: DocxParagraph[]; tables: DocxTable[] } {
    this.endFlow(this.body);
    this.findings.settle(Math.max(0, this.paragraphCount - 1));
    const paragraphs: DocxParagraph[] = [];
    const tables: DocxTable[] = [];
    for (const block of this.body.blocks) {
      if ('rows' in block) tables.push({ ...block, afterParagraph: paragraphs.length });
      else paragraphs.push(block);
    }
    return { paragraphs, tables };
  }

  /** A cell or a box begins. */
  beginFlow(): void {
    this.flows.push({ blocks: [] });
  }

  takeFlow(): OpenFlow | undefined {
    const flow = this.flows.pop();
    if (flow) this.endFlow(flow);
    return flow;
  }

  /** A paragraph ends, unless a tracked change took its end away. */
  endParagraph(paragraph: OpenParagraph): void {
    const flow = this.flows[this.flows.length - 1];
    if (flow.unended) joinParagraphs(flow.unended, paragraph);
    flow.unended = undefined;
    if (paragraph.markGone) flow.unended = paragraph;
    else this.addParagraph(paragraph, flow);
  }

  /** Nothing goes on across the edge of a table. */
  endParagraphs(): void {
    this.endFlow(this.flows[this.flows.length - 1]);
  }

  addTable(table: OpenTable): void {
    const flow = this.flows[this.flows.length - 1];
    if (table.rows.some((row) => row.some((cell) => cell !== '')))
      this.add(flow, { rows: table.rows, merged: keptMerges(table) });
    this.settle(flow);
  }

  private addParagraph(paragraph: OpenParagraph, flow: OpenFlow): void {
    const style = this.styles.resolve(paragraph.styleId);
    const text = this.textOf(paragraph, style);
    // A table of contents repeats the headings.
    if (/^(?:toc|目录) ?\d$/i.test(style.name)) this.findings.set('contents', text);
    else if (text.trim() !== '') {
      const outlineLevel = paragraph.outlineLevel ?? style.outlineLevel ?? 9;
      const level = outlineLevel < 9 && { level: outlineLevel + 1 };
      this.add(flow, { text: text.trimEnd(), style: style.name, ...level });
    }
    for (const box of paragraph.boxes) this.addBox(box, flow);
    this.settle(flow);
  }

  /** A list numbers its empty paragraphs too, but none that a change or a hidden mark takes away. */
  private textOf(paragraph: OpenParagraph, style: ResolvedStyle): string {
    const numberingId = paragraph.numberingId ?? style.numberingId;
    const isNone = paragraph.text.trim() === '';
    if (numberingId === undefined || this.revisions.muted || (isNone && paragraph.markHidden))
      return paragraph.text;
    const depth =
      paragraph.depth ?? style.depth ?? this.numbering.depthOfStyle(numberingId, style.ancestry) ?? 0;
    const label = this.numbering.next({ numberingId, depth });
    return isNone ? '' : label + paragraph.text;
  }

  /** What stands in a text box is taken where the box is anchored; only a person can say where it belongs. */
  private addBox(box: OpenFlow, flow: OpenFlow): void {
    if (box.blocks.length === 0) return;
    const text = textOfCell(box);
    for (const block of box.blocks) this.add(flow, { ...block, boxed: true });
    this.findings.doubt(`文本框中的文字“${quoted(text)}”已读入此处，请核对位置。`);
  }

  private add(flow: OpenFlow, block: Block): void {
    flow.blocks.push(block);
    if (flow === this.body && !('rows' in block)) this.paragraphCount++;
  }

  /** What was found in a cell or a box belongs to the passage of the document that holds it. */
  private settle(flow: OpenFlow): void {
    if (flow !== this.body) return;
    const changes = this.revisions.take();
    if (changes !== undefined) this.findings.doubt(changes);
    this.findings.settle(Math.max(0, this.paragraphCount - 1));
  }

  /** Nothing goes on across the edge of a cell or a box. */
  private endFlow(flow: OpenFlow): void {
    const { unended } = flow;
    flow.unended = undefined;
    if (unended) this.addParagraph(unended, flow);
  }
}

export const openParagraph = (): OpenParagraph => ({
  text: '',
  markGone: false,
  markHidden: false,
  boxes: [],
});
/** The joined paragraph keeps the mark of the second one, and with it its properties; a number is never lost. */
function joinParagraphs(first: OpenParagraph, second: OpenParagraph): void {
  second.boxes.unshift(...first.boxes);
  if (first.text.trim() !== '' && second.numberingId === undefined) {
    second.numberingId = first.numberingId;
    second.depth = first.depth;
    second.styleId ??= first.styleId;
  }
  second.text = first.text + second.text;
}
