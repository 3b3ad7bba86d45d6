import { zipSync } from 'fflate';

const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A ZIP archive of texts and bytes; `undefined` leaves an entry out. */
export function zipOf(entries: Record<string, string | Uint8Array | undefined>): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(entries)) {
    if (content !== undefined) files[name] = typeof content === 'string' ? Buffer.from(content) : content;
  }
  return zipSync(files);
}

function relationships(targets: Record<string, string>): string {
  const items = Object.entries(targets).map(
    ([type, target]) => `<Relationship Id="${type}1" Type="${officeRelations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelations}">${items.join('')}</Relationships>`;
}

/** The entries of a small .docx, to be changed by a test and packed with {@link zipOf}. */
export function docxEntries(
  body: string,
  parts: { styles?: string; numbering?: string } = {},
): Record<string, string | undefined> {
  const wrap = (element: string, content: string | undefined) =>
    content && `<w:${element} xmlns:w="${word}">${content}</w:${element}>`;
  return {
    '[Content_Types].xml': `<Types xmlns="${types}"/>`,
    '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relationships({ styles: 'styles.xml', numbering: 'numbering.xml' }),
    'word/document.xml': wrap('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': wrap('styles', parts.styles),
    'word/numbering.xml': wrap('numbering', parts.numbering),
  };
}

/** The entries of a small .xlsx with one sheet called 意见. */
export function xlsxEntries(
  sheetData: string,
  parts: { strings?: string; styles?: string; workbook?: string } = {},
): Record<string, string | undefined> {
  const wrap = (element: string, content: string | undefined) =>
    content && `<${element} xmlns="${spreadsheet}" xmlns:r="${officeRelations}">${content}</${element}>`;
  const workbook = parts.workbook ?? '<sheets><sheet name="意见" sheetId="1" r:id="worksheet1"/></sheets>';
  return {
    '[Content_Types].xml': `<Types xmlns="${types}"/>`,
    '_rels/.rels': relationships({ officeDocument: 'xl/workbook.xml' }),
    'xl/_rels/workbook.xml.rels': relationships({
      worksheet: 'worksheets/sheet1.xml',
      sharedStrings: 'sharedStrings.xml',
      styles: 'styles.xml',
    }),
    'xl/workbook.xml': wrap('workbook', workbook),
    'xl/sharedStrings.xml': wrap('sst', parts.strings),
    'xl/styles.xml': wrap('styleSheet', parts.styles),
    'xl/worksheets/sheet1.xml': wrap('worksheet', `<sheetData>${sheetData}</sheetData>`),
  };
}
