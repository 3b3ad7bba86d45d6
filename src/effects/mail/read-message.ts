import PostalMime from 'postal-mime';

/** One part of a message that holds content and no further parts. */
export interface MessagePart {
  /** text/plain, text/html, text/calendar … in lower case. */
  type: string;
  bytes: Buffer;
}

/** The parts of a message: its text, the same as HTML, and what else it carries, which is text too. */
export async function partsOf(message: Buffer): Promise<MessagePart[]> {
  const { text, html, attachments } = await PostalMime.parse(message, { attachmentEncoding: 'utf8' });
  const written = { 'text/plain': text, 'text/html': html };
  return [
    ...Object.entries(written).flatMap(([type, content]) =>
      content === undefined ? [] : [{ type, bytes: Buffer.from(content) }],
    ),
    ...attachments.map(({ mimeType, content }) => ({ type: mimeType, bytes: Buffer.from(linesOf(content)) })),
  ];
}

/** The reader gives bare line feeds; calendar entries end their lines with CRLF (RFC 5545, 3.1). */
const linesOf = (content: string | ArrayBuffer | Uint8Array): string =>
  (typeof content === 'string' ? content : new TextDecoder().decode(content)).replace(/\r?\n/g, '\r\n');
