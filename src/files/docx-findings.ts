import { quoted } from './docx-revisions.js';

/** Something about a document that a person must see; `paragraph` is the place of the paragraph it belongs to. */
export interface DocxDoubt {
  paragraph: number;
  message: string;
}

/** What a document holds and its text does not. */
export interface DocxLeftOut {
  paragraph: number;
  what: string;
}

type Sink = 'hidden' | 'struck' | 'formula' | 'placeholder' | 'contents';
const sinkWords: Record<Exclude<Sink, 'struck' | 'contents'>, (text: string) => string> = {
  hidden: (text) => `隐藏文字“${text}”`,
  formula: (text) => `公式“${text}”`,
  placeholder: (text) => `内容控件的提示文字“${text}”`,
};

/** Collects what is doubtful and what is left out, and places it when the passage it stands in is done. */
export class DocxFindings {
  readonly doubts: DocxDoubt[] = [];
  readonly leftOut: DocxLeftOut[] = [];
  private readonly texts = new Map<Sink, string>();
  private pendingDoubts: string[] = [];
  private pendingLeftOut: string[] = [];

  doubt(message: string): void {
    this.pendingDoubts.push(message);
  }

  leave(what: string): void {
    this.pendingLeftOut.push(what);
  }

  /** Text that is in the file and not taken as text. */
  set(aside: Sink, text: string): void {
    this.texts.set(aside, (this.texts.get(aside) ?? '') + text);
  }

  /** Ends a passage: all that was found in it belongs to this paragraph. */
  settle(paragraph: number): void {
    for (const [sink, text] of this.texts) this.say(sink, text);
    this.texts.clear();
    this.doubts.push(...this.pendingDoubts.map((message) => ({ paragraph, message })));
    this.leftOut.push(...this.pendingLeftOut.map((what) => ({ paragraph, what })));
    this.pendingDoubts = [];
    this.pendingLeftOut = [];
  }

  private say(sink: Sink, text: string): void {
    if (text.trim() === '') return;
    if (sink === 'contents') this.leave('目录');
    else if (sink === 'struck')
      this.doubt(`有删除线的文字“${quoted(text)}”没有读入；如应保留，请去掉删除线。`);
    else this.leave(sinkWords[sink](quoted(text)));
  }
}
