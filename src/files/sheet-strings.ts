import { type Attributes, isOn, readXml } from './xml-events.js';

export interface SheetString {
  text: string;
  /** Whether a run of it is struck out. */
  struck: boolean;
}

/** Text of a string item: its runs together, without the phonetic reading; `_x000A_` is an escaped character. */
export class StringItem {
  private value = '';
  private struck = false;
  private struckRun = false;
  private inText = false;
  private phoneticDepth = 0;

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.phoneticDepth++;
    if (name === 'r') this.struckRun = false;
    if (name === 'strike') this.struckRun = isOn(attributes);
    this.inText = name === 't' && this.phoneticDepth === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.phoneticDepth--;
    if (name === 'r') this.struckRun = false;
    this.inText = false;
  }

  text(text: string): void {
    if (!this.inText) return;
    this.value += text;
    if (this.struckRun && text.trim() !== '') this.struck = true;
  }

  take(): SheetString {
    const text = this.value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
    const taken = { text: text.replace(/\r\n?/g, '\n'), struck: this.struck };
    this.value = '';
    this.struck = false;
    this.struckRun = false;
    return taken;
  }
}

export function readSharedStrings(part: Uint8Array | undefined): SheetString[] {
  const strings: SheetString[] = [];
  const item = new StringItem();
  if (!part) return strings;
  readXml(part, {
    open: (name, attributes) => item.open(name, attributes),
    close(name) {
      item.close(name);
      if (name === 'si') strings.push(item.take());
    },
    text: (text) => item.text(text),
  });
  return strings;
}
