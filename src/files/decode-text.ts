import { UploadRefused } from './files.errors.js';

/**
 * The text of a file in the encodings that people send: UTF-8 and UTF-16 with a byte-order mark or without, or
 * else GB18030, which holds GBK and GB 2312 and is what editors in China write by default.
 * @throws UploadRefused `unknown-encoding`
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  const utf16 = { fffe: 'utf-16le', feff: 'utf-16be' }[mark] ?? utf16WithoutMark(bytes);
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\u0000')) return text;
    } catch {
      // Bytes that are no text in this encoding may be text in the next one.
    }
  }
  throw new UploadRefused('unknown-encoding');
}

/** Digits, separators and line ends are ASCII, of which UTF-16 makes every other byte a NUL. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 4_096);
  const nuls = (offset: number) => start.filter((byte, index) => byte === 0 && index % 2 === offset).length;
  const [even, odd] = [nuls(0), nuls(1)];
  if (even + odd === 0) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
