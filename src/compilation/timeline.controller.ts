import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import {
  ApiController,
  inCompilation,
  type InputOf,
  instantText,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
  write,
} from '../web/index.js';
import { CompilationQuery } from './compilation.query.js';
import { EnterHolidaysUseCase } from './enter-holidays.use-case.js';
import {
  RescheduleDeadlinesUseCase,
  rescheduleSchema,
  shiftSchema,
} from './reschedule-deadlines.use-case.js';
import { prepareExample } from './prepare-compilation.example.js';

const deadlineView = z.object({
  key: z.string(),
  title: z.string(),
  stage: z.string(),
  event: z.string(),
  nominal: calendarDateSchema,
  effective: instantText,
  rule: z.string(),
  workingDaysLeft: z
    .number()
    .int()
    .nullable()
    .describe('余工作日，当日不计；逾期为负；其间有年份没有节假日安排、无法计算的为null'),
  late: z.boolean(),
  text: z.string(),
  revision: z.number().int(),
});

const rescheduledView = z.object({
  warnings: z.array(z.string()).describe('改后不合一般要求、但不妨碍办理的，逐条写明'),
});

const routes = {
  deadlines: read(`${inCompilation}/deadlines`, {
    summary: '各项期限：名义日期、生效时刻、计法、余工作日',
    query: pageQuery,
    response: pageOf(deadlineView),
  }),
  reschedule: write(`${inCompilation}/deadlines/reschedule`, {
    summary: '调整或者补上期限；报送任务、提醒和会议随之调整；编制流程不认识的期限写null即移除',
    body: rescheduleSchema,
    example: {
      reason: '为各单位留足汇总时间',
      deadlines: { [prepareExample.deadlines[1].key]: { kind: 'onOrBefore', date: '2021-08-20' } },
    },
    response: rescheduledView,
  }),
  holidays: write(`${inCompilation}/holidays`, {
    summary: '录入或者更正一年的节假日安排（国务院办公厅通知），期限随即重新计算',
    body: z.object({
      year: z.int().min(2000).max(2200),
      source: z.string().max(500),
      off: z
        .array(z.object({ from: calendarDateSchema, to: calendarDateSchema, name: z.string().max(50) }))
        .max(50),
      makeUpWorkdays: z.array(calendarDateSchema).max(50),
    }),
    example: {
      year: 2027,
      source: '国务院办公厅关于2027年部分节假日安排的通知',
      off: [{ from: '2027-01-01', to: '2027-01-03', name: '元旦' }],
      makeUpWorkdays: [],
    },
    response: z.object({ year: z.number().int(), moved: z.array(z.string()), warnings: z.array(z.string()) }),
  }),
  shift: write(`${inCompilation}/deadlines/shift`, {
    summary: '启动前把全部期限平移到新的首日',
    body: shiftSchema,
    example: { firstDay: '2021-07-01' },
    response: rescheduledView,
  }),
};

@ApiController('期限')
export class TimelineController {
  constructor(
    private readonly query: CompilationQuery,
    private readonly rescheduleDeadlines: RescheduleDeadlinesUseCase,
    private readonly enterHolidays: EnterHolidaysUseCase,
  ) {}

  @Route(routes.holidays)
  holidays({ params, actor, body }: InputOf<typeof routes.holidays>) {
    return this.enterHolidays.execute(params.compilationId, actor, body);
  }

  @Route(routes.deadlines)
  async deadlines({ params, query }: InputOf<typeof routes.deadlines>) {
    return pageFrom(await this.query.deadlines(params.compilationId), query, ({ key }) => key);
  }

  @Route(routes.reschedule)
  reschedule({ params, actor, body }: InputOf<typeof routes.reschedule>) {
    return this.rescheduleDeadlines.execute(params.compilationId, actor, body);
  }

  @Route(routes.shift)
  shift({ params, actor, body }: InputOf<typeof routes.shift>) {
    return this.rescheduleDeadlines.shift(params.compilationId, actor, body);
  }
}
