import { cleanLine } from '../platform/index.js';

/** The longest name that the usual file systems keep: 255 bytes, about 85 汉字. */
const maximumBytes = 255;
/** Reserved on Windows with any extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * A file name as it may be stored, shown and written to disk: no folders, nothing invisible or that turns the
 * reading direction, nothing a file system reserves, at most 255 bytes, cut between characters as a reader sees
 * them and before the extension.
 * @param fallback what a name is replaced with of which nothing remains.
 */
export function cleanFileName(name: string, fallback = '未命名'): string {
  const line = cleanLine(name.replace(/\p{Surrogate}/gu, ''), '文件名');
  const base = line.slice(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
  const tame = base
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(reserved, '_$&');
  return cutName(tame) || fallback;
}

function cutName(name: string): string {
  if (Buffer.byteLength(name) <= maximumBytes) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && Buffer.byteLength(name.slice(dot)) <= 16 ? name.slice(dot) : '';
  const stem = extension ? name.slice(0, dot) : name;
  let kept = '';
  let bytes = Buffer.byteLength(extension);
  for (const { segment } of graphemes.segment(stem)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maximumBytes) break;
    kept += segment;
  }
  return kept.trimEnd() + extension;
}

/**
 * The header that names a download (RFC 6266): an ASCII name for old clients and the real one in UTF-8.
 * @param disposition `inline` shows what a browser can show.
 */
export function contentDisposition(
  name: string,
  disposition: 'attachment' | 'inline' = 'attachment',
): string {
  const clean = cleanFileName(name);
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
