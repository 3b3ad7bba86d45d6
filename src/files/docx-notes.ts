import { quoted } from './docx-revisions.js';
import { attribute, type Attributes, readXml } from './xml-events.js';

export const noteParts = ['footnotes', 'endnotes', 'comments'] as const;
type NotePart = (typeof noteParts)[number];

/** Footnotes, endnotes and comments: each text by its id, which the main part refers to. */
export class DocxNotes {
  private readonly texts = new Map<string, string>();

  add(part: NotePart, bytes: Uint8Array): void {
    const reader = new TextReader(['footnote', 'endnote', 'comment']);
    readXml(bytes, reader);
    for (const [id, text] of reader.texts) this.texts.set(`${part} ${id}`, text);
  }

  quote(part: NotePart, id: string): string {
    return `“${quoted(this.texts.get(`${part} ${id}`) ?? '')}”`;
  }
}

/** The text of a header or footer; empty when it only numbers the pages. */
export function textOfMargin(bytes: Uint8Array): string {
  const reader = new TextReader(['hdr', 'ftr']);
  readXml(bytes, reader);
  const text = [...reader.texts.values()].join(' ').trim();
  return /^[\s\d０-９一二三四五六七八九十IVXivx第共页頁Pageof/／—–\-－―.·~]*$/u.test(text) ? '' : text;
}

class TextReader {
  readonly texts = new Map<string, string>();
  private current: string | undefined;
  private inText = false;
  private skipDepth = 0;

  constructor(private readonly roots: readonly string[]) {}

  open(name: string, attributes: Attributes): void {
    if (this.skipDepth > 0 || ['del', 'Fallback', 'instrText'].includes(name)) this.skipDepth++;
    else if (this.roots.includes(name)) this.current = attribute(attributes, 'id') ?? '';
    else if (name === 't') this.inText = true;
    else if (name === 'p') this.text(' ', true);
  }

  close(name: string): void {
    if (this.skipDepth > 0) this.skipDepth--;
    else if (name === 't') this.inText = false;
  }

  text(text: string, always = false): void {
    if (this.current === undefined || this.skipDepth > 0 || !(this.inText || always)) return;
    this.texts.set(this.current, (this.texts.get(this.current) ?? '') + text);
  }
}
