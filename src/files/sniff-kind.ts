import { UploadRefused } from './files.errors.js';
import { archiveLimits, ZipArchive } from './zip-reader.js';

export type FileKind =
  | 'pdf'
  | 'jpeg'
  | 'png'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odf'
  | 'ofd'
  | 'zip'
  | 'ole'
  | 'html'
  | 'mhtml'
  | 'office-xml'
  | 'rtf'
  | 'text'
  | 'unknown';
export type ScanKind = 'pdf' | 'jpeg' | 'png';

const beginnings: [FileKind, Buffer][] = [
  ['pdf', Buffer.from('%PDF-')],
  ['jpeg', Buffer.from('ffd8ff', 'hex')],
  ['png', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['ole', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['zip', Buffer.from('504b0304', 'hex')],
  ['zip', Buffer.from('504b0506', 'hex')],
  ['rtf', Buffer.from('{\\rtf')],
];

/** Text that programs write, and that is no text of a document: it may be called .doc, .xls or .txt. */
const markups: [FileKind, RegExp][] = [
  ['office-xml', /^(?:<\?xml[^>]*>\s*)?(?:<\?mso-application|<(?:w:wordDocument|pkg:package|Workbook)\b)/i],
  [
    'html',
    /^(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|table|div)\b/is,
  ],
  ['mhtml', /^(?:[\w-]+:[^\n]*\n){0,10}MIME-Version:[^\n]*\n[^]{0,400}multipart\/related/i],
];

/** What a file is by its content; its name and the type its sender claims are not asked. */
export function sniffKind(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = beginnings.find(([, beginning]) => buffer.subarray(0, beginning.length).equals(beginning));
  if (found?.[0] === 'zip') return kindOfArchive(buffer);
  if (found) return found[0];
  return isText(buffer.subarray(0, 65_536)) ? kindOfText(buffer.subarray(0, 4_096)) : 'unknown';
}

/** What an OLE container holds: programs up to 2003 wrote it, and later ones for a file with a password. */
export function sniffOle(bytes: Uint8Array): 'encrypted' | 'doc' | 'xls' | 'ppt' | 'other' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook') || holds('Book')) return 'xls';
  return holds('PowerPoint Document') ? 'ppt' : 'other';
}

function kindOfText(beginning: Buffer): FileKind {
  const text = beginning.toString('latin1').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  const plain = text.replaceAll('\0', '').replaceAll('\r\n', '\n').trimStart();
  return markups.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'text';
}

/**
 * The scan of a stamped cover letter or of a signed sheet.
 * @throws UploadRefused for an empty, too large or other file.
 */
export function checkScan(bytes: Uint8Array): ScanKind {
  if (bytes.length === 0) throw new UploadRefused('file-empty');
  if (bytes.length > archiveLimits.fileBytes) throw new UploadRefused('file-too-large');
  const kind = sniffKind(bytes);
  if (kind !== 'pdf' && kind !== 'jpeg' && kind !== 'png') throw new UploadRefused('not-a-scan');
  return kind;
}

function kindOfArchive(buffer: Buffer): FileKind {
  try {
    const archive = new ZipArchive(buffer);
    if (archive.has('OFD.xml')) return 'ofd';
    if (archive.has('mimetype') && archive.has('content.xml')) return 'odf';
    if (!archive.has('[Content_Types].xml')) return 'zip';
    const folders = new Set(archive.names().map((name) => name.split('/')[0]));
    if (folders.has('word')) return 'docx';
    if (folders.has('ppt')) return 'pptx';
    return folders.has('xl') ? 'xlsx' : 'zip';
  } catch (error) {
    if (error instanceof UploadRefused) return 'zip';
    throw error;
  }
}

/** Text holds no NUL unless it is UTF-16, and of the other control characters only those of lines and pages. */
function isText(buffer: Buffer): boolean {
  if (['fffe', 'feff'].includes(buffer.toString('hex', 0, 2))) return true;
  return buffer.length > 0 && !buffer.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte));
}
