import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import {
  ApiController,
  idSchema,
  inCompilation,
  type InputOf,
  instant,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
} from '../web/index.js';
import { ladderSchema } from './ladder.js';
import { LadderQuery } from './ladder.query.js';
import { PreviewRemindersQuery } from './preview-reminders.query.js';
import { RegisterQuery } from './register.query.js';

const count = z.number().int();

const plannedView = z.object({
  sendAt: instant,
  rung: z.string(),
  rungTitle: z.string(),
  occurrence: count,
  template: z.string(),
  unitName: z.string(),
  recipientName: z.string(),
  address: z.string(),
  obligationId: z.string(),
  obligationTitle: z.string(),
  deadlineText: z.string(),
});

const registerView = z.object({
  id: z.string(),
  unitName: z.string(),
  recipientName: z.string(),
  obligationId: z.string(),
  deadlineRevision: count,
  rung: z.string(),
  occurrence: count,
  dueAt: instant,
  recordedAt: instant,
  outcome: z.string().describe('queued 待发、sent 已发、failed 失败、lapsed 不再需要、skipped 补发时略过'),
  mailId: z.string().nullable(),
});

const routes = {
  ladder: read(`${inCompilation}/reminder-ladder`, {
    summary: '提醒阶梯：期限前后哪几天提醒谁',
    response: z.object({ revision: count, rungs: ladderSchema }),
  }),
  preview: read(`${inCompilation}/reminders/preview`, {
    summary: '预览将要发出的提醒：何时、给谁、为何事；不发送',
    query: { ...pageQuery, on: calendarDateSchema.optional().describe('只看这一天的') },
    response: pageOf(plannedView),
  }),
  register: read(`${inCompilation}/reminders`, {
    summary: '提醒登记，新的在前',
    query: { ...pageQuery, obligationId: idSchema.optional() },
    response: pageOf(registerView),
  }),
};

@ApiController('提醒')
export class RemindersController {
  constructor(
    private readonly ladders: LadderQuery,
    private readonly previews: PreviewRemindersQuery,
    private readonly registers: RegisterQuery,
  ) {}

  @Route(routes.ladder)
  ladder({ params }: InputOf<typeof routes.ladder>) {
    return this.ladders.execute(params.compilationId);
  }

  @Route(routes.preview)
  async preview({ params, query }: InputOf<typeof routes.preview>) {
    const planned = await this.previews.execute(params.compilationId, { on: query.on });
    const numbered = planned.map((line, index) => ({ ...line, place: String(index + 1) }));
    return pageFrom(numbered, query, ({ place }) => place);
  }

  @Route(routes.register)
  async register({ params, query }: InputOf<typeof routes.register>) {
    const { limit, cursor: before, obligationId } = query;
    const items = await this.registers.list(params.compilationId, { obligationId, before, limit });
    return { items, next: items.length < limit ? null : items[items.length - 1].id };
  }
}
