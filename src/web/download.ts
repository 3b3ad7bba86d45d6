import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const;

/** An answer that is a file; its name may be Chinese (RFC 6266, RFC 8187). */
export function download(
  content: AsyncIterable<Buffer | string> | Buffer,
  mediaType: string,
  fileName: string,
): StreamableFile {
  const plain = fileName.replace(/[^A-Za-z0-9._-]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
  return Buffer.isBuffer(content)
    ? new StreamableFile(content, { type: mediaType, disposition, length: content.length })
    : new StreamableFile(Readable.from(content), { type: mediaType, disposition });
}
