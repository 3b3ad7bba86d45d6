import { createHash } from 'node:crypto';
import { type CallHandler } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { strict as assert } from 'node:assert';
import { lastValueFrom } from 'rxjs';
import { type OnceOnly } from '../../engine/index.js';
import { EmbeddedDocument } from '../embedded.js';
import { type Doorkeeper } from '../visitor.js';
import { doneAsCookie, noticeAsCookie, setCookies } from './cookies.js';
import { once } from './form-once.js';
import { SeeOther, ShownPage } from './page-answer.js';
import { enteredOf, readPageInput } from './page-input.js';
import { type PageRenderer } from './page-renderer.js';
import { type AnyPageRoute, keepPageInput } from './page-route.js';

/** Stands around every page: who asks, may they, what did they type; then what the handler answers becomes HTML. */
export class PageDoor {
  constructor(
    private readonly doorkeeper: Doorkeeper,
    private readonly renderer: PageRenderer,
    private readonly onceOnly: OnceOnly,
    private readonly publicUrl: string,
  ) {}

  async answer(
    route: AnyPageRoute,
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const visitor = await this.doorkeeper.recognise(request);
    const input = await readPageInput(route, request, visitor, this.doorkeeper);
    keepPageInput(request, input);
    const handle = (): Promise<unknown> => lastValueFrom(next.handle());
    const answer =
      route.method === 'GET' ? await handle() : await once(this.onceOnly, route, request, input, handle);
    if (answer instanceof SeeOther) {
      if (answer.givesSession) await this.doorkeeper.dismiss(visitor);
      return this.redirect(answer, request, reply);
    }
    if (answer instanceof EmbeddedDocument) {
      reply.headers(EmbeddedDocument.headers);
      return answer.html;
    }
    const cached = route.method === 'GET' ? route.cached : undefined;
    const { compilationId } = input.params;
    const page = answer instanceof ShownPage ? answer : null;
    const html = page && (await this.renderer.render(page, { visitor, compilationId, request, reply }));
    if (cached !== undefined) reply.header('cache-control', cached);
    if (page === null || html === null) return answer;
    reply.status(page.options.status ?? 200).header('content-type', 'text/html; charset=utf-8');
    return cached === undefined ? html : unlessKnown(html, request, reply);
  }

  private redirect(
    { path, notice, cookies }: SeeOther,
    request: FastifyRequest,
    reply: FastifyReply,
  ): string {
    assert.match(path, /^\/(?!\/)/, 'pages lead to pages of this house only');
    const { ticket } = enteredOf(request);
    const all = [...cookies];
    if (notice !== null) all.push(noticeAsCookie(notice));
    if (ticket !== '') all.push(doneAsCookie(ticket, request.url.split('?', 1)[0]));
    setCookies(reply, all, this.publicUrl);
    reply.status(303).header('location', path);
    return '';
  }
}

/** A crowd that comes back for the same page is told that it has not changed (RFC 9110, 13.1.2). */
function unlessKnown(html: string, request: FastifyRequest, reply: FastifyReply): string {
  const tag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag);
  // A proxy that compresses makes the tag a weak one.
  const known = (request.headers['if-none-match'] ?? '').split(',').map((part) => part.trim());
  if (!known.some((part) => part.replace(/^W\//, '') === tag)) return html;
  reply.status(304);
  return '';
}
