import { type FastifyReply, type FastifyRequest } from 'fastify';
import Handlebars from 'handlebars';
import { type IdSource } from '../../platform/index.js';
import { type TemplateSet } from '../../render/index.js';
import { type Visitor } from '../visitor.js';
import { type Assets } from './assets.js';
import { takeNotice } from './cookies.js';
import { type FrameSource } from './frame-source.js';
import { type ShownPage } from './page-answer.js';

export interface Surrounding {
  visitor: Visitor;
  compilationId: string | undefined;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Nobody guesses it: whoever sends a ticket again is answered as the first time. */
const ticketBytes = 16;

/** Scripts and styles come from this house alone, as files; nothing is inline, or sent or framed elsewhere. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'none'",
  "frame-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Puts a page into its layout. Templates read `{{@page.formToken}}` and `{{@page.assets…}}` at any depth. */
export class PageRenderer {
  constructor(
    private readonly templates: TemplateSet,
    private readonly frames: FrameSource,
    private readonly assets: Assets,
    private readonly ids: IdSource,
    private readonly publicUrl: string,
  ) {}

  /** A part of a page, for one that is open already. */
  fragment(shown: ShownPage, visitor: Visitor): string {
    const page = this.around(visitor, '', null);
    return this.templates.renderPage(`pages/${shown.template}`, shown.view, { page });
  }

  async render(shown: ShownPage, { visitor, compilationId, request, reply }: Surrounding): Promise<string> {
    const { title, layout = 'staff', nav } = shown.options;
    const notice = layout === 'public' ? null : takeNotice(request, reply, this.publicUrl);
    const page = this.around(visitor, title, notice);
    const body = this.templates.renderPage(`pages/${shown.template}`, shown.view, { page });
    const frame = await this.frames.frame({ layout, visitor, compilationId, nav });
    reply.header('content-security-policy', pagePolicy);
    return this.templates.renderPage(`pages/layouts/${layout}`, frame, {
      page,
      body: new Handlebars.SafeString(body),
    });
  }

  private around({ formToken, party }: Visitor, title: string, notice: string | null): object {
    const { ids } = this;
    return {
      ...{ title, notice, formToken, acting: party?.key ?? 'anyone', assets: this.assets.addresses },
      /** Another one for each form of the page. */
      get ticket() {
        return ids.bytes(ticketBytes).toString('base64url');
      },
    };
  }
}
