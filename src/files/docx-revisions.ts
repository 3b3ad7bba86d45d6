/** How the tracked changes of a document are read: `shown` as accepted, but each of them is said. */
export const revisionChoices = ['shown', 'accepted', 'refused'] as const;
export type RevisionChoice = (typeof revisionChoices)[number];

export type RevisionKind = 'del' | 'moveFrom' | 'ins' | 'moveTo';
const kinds: Record<string, RevisionKind | undefined> = {
  del: 'del',
  moveFrom: 'moveFrom',
  ins: 'ins',
  moveTo: 'moveTo',
  cellDel: 'del',
  cellIns: 'ins',
};
const words: Record<RevisionKind, string> = { del: '删去', moveFrom: '移走', ins: '增加', moveTo: '移入' };
const longestQuotation = 60;

/** The tracked changes while a document is read: which text stands, and what was changed in the passage at hand. */
export class DocxRevisions {
  private readonly open: { kind: RevisionKind; depth: number }[] = [];
  private readonly changes: { kind: RevisionKind; text: string }[] = [];
  private marks = 0;
  /** Whether the document carries tracked changes at all. */
  any = false;

  constructor(private readonly choice: RevisionChoice) {}

  kindOf = (name: string): RevisionKind | undefined => kinds[name];

  /** Whether what this change marks is no text of the document. */
  isGone(kind: RevisionKind): boolean {
    const removes = kind === 'del' || kind === 'moveFrom';
    return removes === (this.choice !== 'refused');
  }

  /** @param depth of the element at whose end the change ends */
  enter(kind: RevisionKind, depth: number): void {
    this.any = true;
    this.open.push({ kind, depth });
  }

  leave(depth: number): void {
    while (this.open.at(-1)?.depth === depth) this.open.pop();
  }

  get muted(): boolean {
    return this.open.some(({ kind }) => this.isGone(kind));
  }

  /** Text inside a change; what was inserted and deleted again was never there. */
  note(text: string): void {
    const kind = this.open.at(-1)?.kind;
    if (kind === undefined) return;
    const wasRemoved = this.open.some((change) => change.kind === 'del');
    if (wasRemoved && this.open.some((change) => change.kind === 'ins')) return;
    const last = this.changes.at(-1);
    if (last?.kind === kind) last.text += text;
    else this.changes.push({ kind, text });
  }

  /** A change of the mark at the end of a paragraph: it parts or joins two of them. */
  noteMark(kind: RevisionKind): void {
    this.any = true;
    if (kind === 'del' || kind === 'ins') this.marks++;
  }

  /** Whether the formatting before a change is of no account. */
  get keepsFormer(): boolean {
    return this.choice !== 'refused';
  }

  /** What was changed since this was last asked, as a sentence; undefined unless changes are to be shown. */
  take(): string | undefined {
    const said = this.changes
      .filter(({ text }) => text.trim() !== '')
      .map(({ kind, text }) => `${words[kind]}“${quoted(text)}”`);
    if (this.marks > 0) said.push('分段有改动');
    this.changes.length = 0;
    this.marks = 0;
    if (said.length === 0 || this.choice !== 'shown') return undefined;
    return `此处有修订：${said.join('，')}。现按接受修订读入，请核对，或者选择按接受、按拒绝读入。`;
  }
}

export function quoted(text: string): string {
  const line = Array.from(text.trim().replace(/\s+/gu, ' '));
  return line.length > longestQuotation ? `${line.slice(0, longestQuotation).join('')}……` : line.join('');
}
