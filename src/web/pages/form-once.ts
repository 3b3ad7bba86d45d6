import { type FastifyRequest } from 'fastify';
import { type OnceOnly } from '../../engine/index.js';
import { type Actor } from '../../platform/index.js';
import { keyed } from '../keyed.js';
import { type Upload } from '../upload.js';
import { SeeOther, ShownPage } from './page-answer.js';
import { enteredOf } from './page-input.js';
import { type AnyPageRoute } from './page-route.js';

type Kept =
  | { kind: 'seeOther'; path: string; notice: string | null; cookies: SeeOther['cookies'] }
  | { kind: 'page'; template: string; view: object; options: ShownPage['options'] }
  | { kind: 'other'; answer: unknown };

/** A form's ticket is its key: pressed twice, or sent again because no answer came, it has its effect once. */
export async function once(
  onceOnly: OnceOnly,
  route: AnyPageRoute & { method: 'POST' },
  request: FastifyRequest,
  input: object,
  handle: () => Promise<unknown>,
): Promise<unknown> {
  const { ticket } = enteredOf(request);
  // Whoever comes in does nothing that could be done twice; and a session must be nobody's answer a second time.
  if (ticket === '' || !(route.once ?? route.by !== 'anyone')) return handle();
  const asked = input as { actor: Actor; body: unknown; file: Upload | null };
  const asRequest = keyed(request, ticket, asked, route.passing);
  const { answer } = await onceOnly.run(asRequest, async () => toKeep(await handle()), isRefusal);
  return revived(answer);
}

function toKeep(answer: unknown): Kept {
  if (answer instanceof SeeOther && !answer.givesSession) {
    const { path, notice, cookies } = answer;
    return { kind: 'seeOther', path, notice, cookies };
  }
  if (answer instanceof ShownPage) {
    const { template, view, options } = answer;
    return { kind: 'page', template, view, options };
  }
  return { kind: 'other', answer };
}

function revived(kept: Kept): unknown {
  if (kept.kind === 'seeOther') return new SeeOther(kept.path, kept.notice, kept.cookies);
  if (kept.kind === 'page') return new ShownPage(kept.template, kept.view, kept.options);
  return kept.answer;
}

const isRefusal = (kept: Kept): boolean =>
  kept.kind === 'other' || (kept.kind === 'page' && (kept.options.status ?? 200) >= 400);
