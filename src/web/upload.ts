import { type FastifyRequest } from 'fastify';
import { FieldTooLong, FileMissing, NotMultipart } from './web.errors.js';

export const uploadLimits = { fileMegabytes: 20, fieldCharacters: 100_000, fields: 50 } as const;

/** One file that came with a request, whole: one that is too large was refused, never cut. */
export interface Upload {
  /** As the sender's machine calls it, in whatever script; not to be used as a path. */
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** Options of the multipart plugin. */
export const multipartOptions = {
  throwFileSizeLimit: true,
  limits: {
    fileSize: uploadLimits.fileMegabytes * 1024 * 1024,
    files: 1,
    fields: uploadLimits.fields,
    fieldSize: uploadLimits.fieldCharacters * 3,
    fieldNameSize: 100,
    parts: uploadLimits.fields + 1,
    headerPairs: 100,
  },
};

/** Reads a multipart request to its end: its fields as one object, and its one file. */
export async function readMultipart(
  request: FastifyRequest,
): Promise<{ fields: Record<string, unknown>; file: Upload }> {
  if (!request.isMultipart()) throw new NotMultipart();
  const { fields, file } = await readFormWithFile(request);
  if (file === null) throw new FileMissing();
  return { fields, file };
}

/** A browser sends an empty part where no file was chosen: that is no file. A repeated field becomes a list. */
export async function readFormWithFile(
  request: FastifyRequest,
): Promise<{ fields: Record<string, unknown>; file: Upload | null }> {
  const fields = new Map<string, unknown>();
  let file: Upload | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (part.filename !== '' || bytes.length > 0)
        file = { name: part.filename, mediaType: part.mimetype, bytes };
    } else {
      if (part.valueTruncated === true || part.fieldnameTruncated === true)
        throw new FieldTooLong(part.fieldname);
      const known = fields.get(part.fieldname);
      fields.set(part.fieldname, known === undefined ? part.value : [known, part.value].flat());
    }
  }
  return { fields: Object.fromEntries(fields), file };
}
