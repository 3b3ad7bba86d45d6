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
import {
  RescheduleDeadlinesUseCase,
  rescheduleSchema,
  shiftSchema,
} from './reschedule-deadlines.use-case.js';

const deadlineView = z.object({
  key: z.string(),
  title: z.string(),
  stage: z.string(),
  event: z.string(),
  nominal: calendarDateSchema,
  effective: instantText,
  rule: z.string(),
  workingDaysLeft: z.number().int().describe('余工作日，当日不计；逾期为负'),
  late: z.boolean(),
  text: z.string(),
  revision: z.number().int(),
});

const routes = {
  deadlines: read(`${inCompilation}/deadlines`, {
    summary: '各项期限：名义日期、生效时刻、计法、余工作日',
    query: pageQuery,
    response: pageOf(deadlineView),
  }),
  reschedule: write(`${inCompilation}/deadlines/reschedule`, {
    summary: '调整期限；报送任务、提醒和会议随之调整',
    body: rescheduleSchema,
    example: {
      reason: '为各单位留足汇总时间',
      deadlines: { firstDraftDue: { kind: 'onOrBefore', date: '2021-08-20' } },
    },
  }),
  shift: write(`${inCompilation}/deadlines/shift`, {
    summary: '启动前把全部期限平移到新的首日',
    body: shiftSchema,
    example: { firstDay: '2021-07-01' },
  }),
};

@ApiController('期限')
export class TimelineController {
  constructor(
    private readonly query: CompilationQuery,
    private readonly rescheduleDeadlines: RescheduleDeadlinesUseCase,
  ) {}

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
