/** A finished document that a page of this house shows in a frame, shut off from everything around it. */
export class EmbeddedDocument {
  constructor(readonly html: string) {}

  /**
   * What it may do: its own styles, pictures within itself, links that open in a new tab. No script, no form, no other
   * host, and no origin of its own.
   */
  static readonly headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      'img-src data:',
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
      'sandbox allow-popups allow-popups-to-escape-sandbox',
    ].join('; '),
    'x-frame-options': 'SAMEORIGIN',
  };
}

/** @param html of a mail or another document that was not made for this page; its links open in a new tab. */
export const embedded = (html: string): EmbeddedDocument =>
  new EmbeddedDocument(html.replace(/<a href=/g, '<a target="_blank" rel="noopener noreferrer" href='));
