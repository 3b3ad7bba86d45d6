import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Problem } from '../problem.js';
import { type Doorkeeper } from '../visitor.js';
import { show } from './page-answer.js';
import { fieldTitles } from './field-titles.js';
import { enteredOf } from './page-input.js';
import { type PageRenderer } from './page-renderer.js';

/**
 * A refusal for people: what is missing and what to do, and everything they had typed, ready to be sent again. A
 * page that is still open (htmx) keeps its fields and gets the sentences put on top.
 */
export class RefusalPage {
  constructor(
    private readonly doorkeeper: Doorkeeper,
    private readonly renderer: PageRenderer,
  ) {}

  async send(problem: Problem, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const visitor = await this.doorkeeper.recognise(request).catch(() => null);
    if (visitor === null)
      return void reply.status(problem.status).type('text/plain; charset=utf-8').send(problem.detail);
    if (problem.status === 401 && request.method === 'GET') {
      const next = encodeURIComponent(request.url);
      return void reply.status(303).header('location', `/sign-in?next=${next}`).send('');
    }
    if (problem.code === 'second-factor-missing' && request.method === 'GET')
      return void reply.status(303).header('location', '/account').send('');
    const open = request.headers['hx-request'] === 'true';
    const template = open ? 'refusal-lines' : 'refusal';
    const shown = show(template, viewOf(problem, request), { title: problem.title, layout: 'plain' });
    const html = open
      ? this.renderer.fragment(shown, visitor)
      : await this.renderer.render(shown, { visitor, compilationId: undefined, request, reply });
    if (open)
      reply.headers({
        'hx-retarget': '#messages',
        'hx-reswap': 'innerHTML show:window:top',
        'hx-push-url': 'false',
      });
    reply.status(problem.status).header('content-type', 'text/html; charset=utf-8').send(html);
  }
}

/** Passwords and codes are never shown again; what people wrote is, and what a page put into its form goes along. */
const secret = /^(password|again|code)$/;

/** A gate that misses one thing has already said it in its sentence. */
function linesOf({ detail, unmet = [] }: Problem): { sentence: string }[] {
  if (unmet.length === 1 && detail.includes(unmet[0].sentence)) return [];
  return unmet.map(({ sentence }) => ({ sentence }));
}

function viewOf(problem: Problem, request: FastifyRequest): object {
  const entered = Object.entries(enteredOf(request)).flatMap(([name, value]) =>
    [value].flat().map((text) => ({ name, text: String(text) })),
  );
  const kept = entered.filter(({ name }) => !secret.test(name));
  const written = kept.filter(hasTitle);
  const resend =
    request.method === 'POST' && written.length > 0 && written.length === entered.length - hiddenIn(kept);
  return {
    title: problem.title,
    detail: problem.detail,
    lines: linesOf(problem),
    action: resend ? request.url.split('?', 1)[0] : null,
    written: written.map(({ name, text }) => ({
      name,
      text,
      title: fieldTitles[name],
      long: text.length > 40,
    })),
    hidden: kept.filter((field) => !hasTitle(field)),
    back: request.method === 'POST',
  };
}

const hiddenIn = (kept: { name: string }[]): number => kept.filter((field) => !hasTitle(field)).length;

/** A field may be called like something that every object has. */
const hasTitle = ({ name }: { name: string }): boolean => Object.hasOwn(fieldTitles, name);
