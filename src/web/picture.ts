import { StreamableFile } from '@nestjs/common';

/** A drawing that a page shows as an image: inside a page its style attributes would be refused (CSP). */
export function picture(svg: string): StreamableFile {
  const bytes = Buffer.from(svg);
  return new StreamableFile(bytes, { type: 'image/svg+xml', length: bytes.length });
}
