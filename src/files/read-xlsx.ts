import { UploadRefused } from './files.errors.js';
import { OfficePackage } from './office-package.js';
import { type Sheet, SheetRows, sheetLimits } from './sheet-rows.js';
import { XlsxFormats } from './xlsx-formats.js';
import { attribute, type Attributes, readXml, type XmlEvents } from './xml-events.js';

/**
 * One sheet of a workbook: the named one, else the first that is not hidden. Formulas give the value that was
 * saved with them; nothing is computed.
 * @throws UploadRefused for everything that is not a sound and harmless .xlsx.
 */
export async function readXlsx(bytes: Uint8Array, sheetName?: string): Promise<Sheet> {
  const workbook = await OfficePackage.open(bytes, 'xlsx');
  const part = async (type: string) => {
    const path = workbook.related(type);
    return path === undefined ? undefined : workbook.read(path);
  };
  const { sheets, from1904 } = readWorkbook(await workbook.read(workbook.mainPart));
  const sheet =
    sheetName === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find(({ name }) => name === sheetName);
  const path = sheet && workbook.related(sheet.relationship);
  if (sheet === undefined || path === undefined)
    throw new UploadRefused(sheetName === undefined ? 'file-broken' : 'sheet-not-found');
  const formats = XlsxFormats.read(await part('styles'), from1904);
  const cells = new SheetReader(readSharedStrings(await part('sharedStrings')), formats);
  readXml(await workbook.read(path), cells);
  return { name: sheet.name, rows: cells.rows.rows, errors: cells.rows.errors };
}

interface SheetReference {
  name: string;
  relationship: string;
  hidden: boolean;
}

function readWorkbook(part: Uint8Array): { sheets: SheetReference[]; from1904: boolean } {
  const sheets: SheetReference[] = [];
  let from1904 = false;
  readXml(part, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const relationship = Object.keys(attributes).find((key) => key.endsWith(':id'));
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      sheets.push({
        name: attributes.name ?? '',
        relationship: relationship ? attributes[relationship] : '',
        hidden,
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, from1904 };
}

/** Text of a string item: its runs together, without the phonetic reading; `_x000A_` is an escaped character. */
class StringItem {
  private value = '';
  private inText = false;
  private phoneticDepth = 0;

  open(name: string): void {
    if (name === 'rPh') this.phoneticDepth++;
    this.inText = name === 't' && this.phoneticDepth === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.phoneticDepth--;
    this.inText = false;
  }

  text(text: string): void {
    if (this.inText) this.value += text;
  }

  take(): string {
    const text = this.value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
    this.value = '';
    return text.replace(/\r\n?/g, '\n');
  }
}

function readSharedStrings(part: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  const item = new StringItem();
  if (!part) return strings;
  readXml(part, {
    open: (name) => item.open(name),
    close(name) {
      item.close(name);
      if (name === 'si') strings.push(item.take());
    },
    text: (text) => item.text(text),
  });
  return strings;
}

class SheetReader implements XmlEvents {
  readonly rows = new SheetRows();
  private row = -1;
  private column = -1;
  private cell: Attributes = {};
  private value = '';
  private inValue = false;
  private readonly inline = new StringItem();

  constructor(
    private readonly strings: readonly string[],
    private readonly formats: XlsxFormats,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.beginRow(attribute(attributes, 'r'));
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'v') this.inValue = true;
    else this.inline.open(name);
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.rows.put(this.row, this.column, this.shown());
    else this.inline.close(name);
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
    else this.inline.text(text);
  }

  /** Writers may leave out the position of a row or cell that follows the one before. */
  private beginRow(position: string | undefined): void {
    this.row = position === undefined ? this.row + 1 : Number(position) - 1;
    this.column = -1;
    if (!Number.isInteger(this.row) || this.row < 0) throw new UploadRefused('file-broken');
  }

  private beginCell(attributes: Attributes): void {
    const letters = /^[A-Z]{1,3}/.exec(attribute(attributes, 'r') ?? '')?.[0];
    this.column = letters === undefined ? this.column + 1 : columnOf(letters);
    this.cell = attributes;
    this.value = '';
  }

  private shown(): string {
    const type = attribute(this.cell, 't') ?? 'n';
    const inline = this.inline.take();
    if (type === 'inlineStr') return inline;
    if (this.value === '') return '';
    if (type === 's') return this.strings[Number(this.value)] ?? '';
    if (type === 'b') return this.value === '1' ? '是' : '否';
    const value = Number(this.value);
    if (type !== 'n' || Number.isNaN(value)) return this.value;
    return this.formats.show(value, Number(attribute(this.cell, 's') ?? 0));
  }
}

/** A → 0, Z → 25, AA → 26. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return Math.min(column - 1, sheetLimits.columns);
}
