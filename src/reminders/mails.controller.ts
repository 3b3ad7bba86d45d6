import { z } from 'zod';
import { MailQuery } from '../effects/index.js';
import {
  ApiController,
  inCompilation,
  type InputOf,
  instant,
  pageOf,
  pageQuery,
  read,
  Route,
} from '../web/index.js';

const stateSchema = z.enum(['queued', 'sent', 'lapsed', 'failed']);

const mailView = z.object({
  id: z.string(),
  template: z.string(),
  recipientName: z.string(),
  address: z.string(),
  subject: z.string().nullable(),
  state: stateSchema,
  queuedAt: instant,
  sentAt: instant.nullable(),
  lastError: z.string().nullable(),
});

const routes = {
  list: read(`${inCompilation}/mails`, {
    summary: '邮件：已发、待发、失败、不再需要；新的在前',
    query: { ...pageQuery, state: stateSchema.optional() },
    response: pageOf(mailView),
  }),
  sent: read(`${inCompilation}/mails/sent`, {
    summary: '已发邮件数，按模板',
    response: z.record(z.string(), z.number().int()),
  }),
};

/** Here and not beside the mails: what sends them knows no door. */
@ApiController('邮件')
export class MailsController {
  constructor(private readonly query: MailQuery) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    const { limit, cursor: before, state } = query;
    const items = await this.query.list(params.compilationId, { state, before, limit });
    return { items, next: items.length < limit ? null : items[items.length - 1].id };
  }

  @Route(routes.sent)
  sent({ params }: InputOf<typeof routes.sent>) {
    return this.query.sentByTemplate(params.compilationId);
  }
}
