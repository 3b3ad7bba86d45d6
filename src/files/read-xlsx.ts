import { UploadRefused } from './files.errors.js';
import { OfficePackage } from './office-package.js';
import { SheetCells } from './sheet-cells.js';
import { type Sheet } from './sheet-rows.js';
import { readSharedStrings } from './sheet-strings.js';
import { XlsxFormats } from './xlsx-formats.js';
import { attribute, readXml } from './xml-events.js';

/**
 * Every worksheet of a workbook in its order, hidden ones included. Formulas give the value that was saved with
 * them; nothing is computed.
 * @throws UploadRefused for everything that is not a sound and harmless .xlsx.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = await OfficePackage.open(bytes, 'xlsx');
  const part = async (type: string) => {
    const path = workbook.related(type);
    return path === undefined ? undefined : workbook.read(path);
  };
  const { sheets, from1904 } = readWorkbook(await workbook.read(workbook.mainPart));
  const formats = XlsxFormats.read(await part('styles'), from1904);
  const strings = readSharedStrings(await part('sharedStrings'));
  const read: Sheet[] = [];
  for (const { name, relationship, hidden } of sheets) {
    const path = workbook.related(relationship);
    if (path === undefined) continue;
    const cells = new SheetCells(strings, formats);
    readXml(await workbook.read(path), cells);
    const { rows, errors } = cells.rows;
    const { merges, hiddenRows, hiddenColumns, marks } = cells;
    read.push({ name, hidden, rows, errors, merges, hiddenRows, hiddenColumns, marks });
  }
  if (read.length === 0) throw new UploadRefused('file-broken');
  return read;
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
