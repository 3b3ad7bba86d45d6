import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Problem } from '../problem.js';
import { type Doorkeeper, type Visitor } from '../visitor.js';
import { show } from './page-answer.js';
import { titleOf } from './field-titles.js';
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
    const elsewhere = request.method === 'GET' ? otherPageFor(problem, request) : null;
    if (elsewhere !== null) return void reply.status(303).header('location', elsewhere).send('');
    const open = request.headers['hx-request'] === 'true';
    const template = open ? 'refusal-lines' : 'refusal';
    const shown = show(template, viewOf(problem, request, visitor), {
      title: problem.title,
      layout: 'plain',
    });
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

function otherPageFor({ status, code }: Problem, { url }: FastifyRequest): string | null {
  if (code === 'second-factor-missing') return '/account';
  return status === 401 && code !== 'link-needed' ? `/sign-in?next=${encodeURIComponent(url)}` : null;
}

interface Field {
  name: string;
  text: string;
  /** Which one of a repeated field. */
  at: number;
}

/** What somebody else saved in the meantime; null when it is the same, or nobody did. */
function storedBeside({ name, text, at }: Field, { current }: Problem): string | null {
  const whole = current?.fields[name];
  const stored = typeof whole === 'object' ? (whole[at] ?? '') : whole;
  return stored === undefined || linesOfText(stored) === linesOfText(text) ? null : stored;
}

/** Browsers send line ends as they like. */
const linesOfText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Sent from here the edit begins from what is shown beside it. */
function seen<F extends Field>(field: F, { current }: Problem): F {
  if (field.name === 'revision' && current?.revision !== undefined)
    return { ...field, text: String(current.revision) };
  return field.name === 'began' && current?.mark !== undefined ? { ...field, text: current.mark } : field;
}

/** Never shown again. A code may be typed anew. */
const secret = /^(password|again)$/;

/** A gate that misses one thing has already said it in its sentence. */
function linesOf({ detail, unmet = [] }: Problem): { sentence: string }[] {
  if (unmet.length === 1 && detail.includes(unmet[0].sentence)) return [];
  return unmet.map(({ sentence }) => ({ sentence }));
}

function viewOf(problem: Problem, request: FastifyRequest, visitor: Visitor): object {
  const { title, detail, code } = problem;
  const { fields, formToken, ticket, titles } = enteredOf(request);
  const titleFor = (name: string, text: unknown) =>
    (Object.hasOwn(titles, name) ? titles[name] : undefined) ?? titleOf(name, text);
  const all = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((text, at) => ({
      name,
      at,
      text: name === 'code' ? '' : String(text),
      title: titleFor(name, text),
    })),
  );
  const kept = all.filter(({ name }) => !secret.test(name));
  const written = kept.filter((field) => field.title !== null);
  // Whoever came by a link may have come by another one since: what no token vouches for is only shown to them.
  const mayResend = kept.length === all.length && !(code === 'form-expired' && visitor.scope !== null);
  const action = mayResend && written.length > 0 ? request.url.split('?', 1)[0] : null;
  return {
    ...{ title, detail, action },
    lines: linesOf(problem),
    // A corrected form still goes to whom it was made for, whoever the browser's session belongs to by then.
    formToken: code === 'form-expired' || formToken === '' ? visitor.formToken : formToken,
    // What was done under a ticket stays done; sent on purpose, something else is another act.
    ticket: code === 'key-reused' ? '' : ticket,
    written: written.map((field) => ({
      ...field,
      long: field.text.length > 40,
      stored: storedBeside(field, problem),
    })),
    hidden: kept.filter((field) => field.title === null).map((field) => seen(field, problem)),
    back: request.method === 'POST',
    signIn: code === 'session-ended' && !/^\/(unit|expert)\//.test(request.url),
    acting: visitor.name,
  };
}
