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
} from '../web/index.js';
import { CompilationQuery } from './compilation.query.js';

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

const routes = {
  deadlines: read(`${inCompilation}/deadlines`, {
    summary: '各项期限：名义日期、生效时刻、计法、余工作日',
    query: pageQuery,
    response: pageOf(deadlineView),
  }),
};

@ApiController('期限')
export class TimelineController {
  constructor(private readonly query: CompilationQuery) {}

  @Route(routes.deadlines)
  async deadlines({ params, query }: InputOf<typeof routes.deadlines>) {
    return pageFrom(await this.query.deadlines(params.compilationId), query, ({ key }) => key);
  }
}
