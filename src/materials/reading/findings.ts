/** Where in the document, in Chinese: 第3段, 表1第2行, 全文. */
export interface Doubt {
  place: string;
  message: string;
}

export interface LeftOut {
  place: string;
  what: string;
}

const longestQuote = 40;

/** A passage as a message quotes it: on one line and not too long. */
export function quote(text: string): string {
  const line = Array.from(text.trim().replace(/\s*\n\s*/gu, ' / '));
  return line.length > longestQuote ? `${line.slice(0, longestQuote).join('')}……` : line.join('');
}

/** What a reader could not be sure of, and what it did not take: together they account for the whole document. */
export class Findings {
  readonly doubts: Doubt[] = [];
  readonly leftOut: LeftOut[] = [];
  private readonly told = new Set<string>();

  doubt(place: string, message: string): void {
    const key = `${place}\n${message}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    this.doubts.push({ place, message });
  }

  leaveOut(place: string, what: string): void {
    this.leftOut.push({ place, what });
  }
}
