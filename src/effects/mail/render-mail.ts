import { dateOf, formatDate } from '../../calendar/index.js';
import { type Mail } from '../../outbox/index.js';
import { type Instant, type JsonObject } from '../../platform/index.js';
import {
  mailNames,
  type MailName,
  type MailView,
  type RenderedMail,
  type TemplateSet,
} from '../../render/index.js';
import { type MailAddresses } from './mail-addresses.js';
import { PermanentRefusal } from './transport.js';

/** What a room stores of the mail's button; only the sender knows the public address. */
interface StoredAction {
  label: string;
  path: string;
}

/**
 * Renders a queued mail as it leaves now. @throws PermanentRefusal naming template and variable: the same view
 * would fail the same way tomorrow, so someone must see it today.
 */
export async function renderMail(
  templates: TemplateSet,
  mail: Pick<Mail, 'template' | 'view'>,
  addresses: Pick<MailAddresses, 'of'>,
  now: Instant,
): Promise<RenderedMail> {
  try {
    const name = mailNames.find((known) => known === mail.template);
    if (name === undefined) throw new Error(`there is no mail template ${mail.template}`);
    return templates.renderMail<MailName>(name, (await completed(mail.view, addresses, now)) as never);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PermanentRefusal(`邮件模板“${mail.template}”无法生成正文：${reason}`);
  }
}

async function completed(
  view: JsonObject,
  addresses: Pick<MailAddresses, 'of'>,
  now: Instant,
): Promise<MailView> {
  const stored = view.action as unknown as StoredAction | null;
  const action = stored && { label: stored.label, url: await addresses.of(stored.path) };
  return { ...(view as unknown as MailView), action, sentOnText: formatDate(dateOf(now)) };
}
