import { attribute, type Attributes, isOn, readXml } from './xml-events.js';

type Display = 'plain' | 'date' | 'percent';

/** Built-in formats that show dates or times; 27–36 and 50–58 are dates in the Chinese version. */
const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
const isBuiltInDate = (id: number): boolean =>
  dateFormats.has(id) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** How cells show their numbers: by style index, from the workbook's styles part. */
export class XlsxFormats {
  private constructor(
    private readonly displays: readonly Display[],
    private readonly struck: ReadonlySet<number>,
    private readonly from1904: boolean,
  ) {}

  static read(part: Uint8Array | undefined, from1904: boolean): XlsxFormats {
    const codes = new Map<number, string>();
    const displays: Display[] = [];
    const fonts = new StruckFonts();
    let inCells = false;
    if (part) {
      readXml(part, {
        open(name, attributes) {
          fonts.open(name, attributes);
          if (name === 'cellXfs') inCells = true;
          else if (name === 'numFmt')
            codes.set(numberOf(attributes, 'numFmtId'), attribute(attributes, 'formatCode') ?? '');
          else if (name === 'xf' && inCells) {
            fonts.use(displays.length, numberOf(attributes, 'fontId'));
            displays.push(displayOf(numberOf(attributes, 'numFmtId'), codes));
          }
        },
        close(name) {
          fonts.close(name);
          if (name === 'cellXfs') inCells = false;
        },
        text: () => undefined,
      });
    }
    return new XlsxFormats(displays, fonts.styles, from1904);
  }

  /** Whether cells of this style show their text struck out. */
  isStruck(style: number): boolean {
    return this.struck.has(style);
  }

  /** A number as a reader of the sheet understands it: 2021-07-25, 2021-07-25 09:00, 14%, 36.8. */
  show(value: number, style: number): string {
    const display = this.displays[style] ?? 'plain';
    if (display === 'date') return showDate(value + (this.from1904 ? 1462 : 0));
    if (display === 'percent') return `${trimmed(value * 100)}%`;
    return trimmed(value);
  }
}

/** Which cell styles use a font that strikes their text out; fonts stand before the styles in the part. */
class StruckFonts {
  readonly styles = new Set<number>();
  private readonly struckFonts = new Set<number>();
  private font = -1;
  private inFonts = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'fonts') this.inFonts = true;
    else if (this.inFonts && name === 'font') this.font++;
    else if (this.inFonts && name === 'strike' && isOn(attributes)) this.struckFonts.add(this.font);
  }

  close(name: string): void {
    if (name === 'fonts') this.inFonts = false;
  }

  use(style: number, font: number): void {
    if (this.struckFonts.has(font)) this.styles.add(style);
  }
}

/** Fifteen significant digits is all that a spreadsheet keeps; without it 0.1 + 0.2 shows seventeen. */
function trimmed(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** Days since 1899-12-30, as every day after the leap day of 1900 that never was; the fraction is the time. */
function showDate(serial: number): string {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000);
  if (Number.isNaN(at.getTime()) || serial < 0) return trimmed(serial);
  const [date, time] = at.toISOString().split('T');
  if (serial < 1) return time.slice(0, 5);
  return Number.isInteger(serial) ? date : `${date} ${time.slice(0, 5)}`;
}

function displayOf(id: number, codes: ReadonlyMap<number, string>): Display {
  const code = codes.get(id);
  if (code === undefined) return isBuiltInDate(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'plain';
  // Quoted text, escaped characters and [colours] in a format code are not placeholders.
  const placeholders = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').split(';')[0];
  if (/[ymdhs年月日]/i.test(placeholders) && !/[#0]/.test(placeholders.replace(/\.0+/g, ''))) return 'date';
  return placeholders.includes('%') ? 'percent' : 'plain';
}

function numberOf(attributes: Attributes, name: string): number {
  return Number(attribute(attributes, name));
}
