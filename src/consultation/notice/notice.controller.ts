import { z } from 'zod';
import { calendarDateSchema } from '../../calendar/index.js';
import {
  ApiController,
  inCompilation,
  type InputOf,
  instant,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
  write,
} from '../../web/index.js';
import { ExtendConsultationUseCase, extendConsultationSchema } from './extend-consultation.use-case.js';
import { NoticeQuery } from './notice.query.js';

const notices = `${inCompilation}/consultation-notices` as const;
const count = z.number().int();

const noticeView = z.object({
  id: z.string(),
  round: count,
  title: z.string(),
  explanation: z.string(),
  howToSubmit: z.string(),
  shortReason: z.string(),
  draftVersionId: z.string().nullable(),
  openedOn: calendarDateSchema.nullable(),
  publishedAt: instant.nullable(),
  closesAt: instant.nullable(),
  extendedAt: instant.nullable(),
  extensionReason: z.string().nullable(),
  closedAt: instant.nullable(),
  revision: count,
});

const routes = {
  list: read(notices, { summary: '征求意见公告', query: pageQuery, response: pageOf(noticeView) }),
  extend: write(`${notices}/extend`, {
    summary: '延长征求意见，公告随之更新',
    body: extendConsultationSchema,
    example: { until: '2021-10-12', reason: '应社会公众要求延长' },
    response: z.object({ event: z.string(), state: z.string(), draftVersion: z.string().nullable() }),
  }),
};

@ApiController('征求意见')
export class NoticeController {
  constructor(
    private readonly query: NoticeQuery,
    private readonly extendConsultation: ExtendConsultationUseCase,
  ) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    return pageFrom(await this.query.list(params.compilationId), query, ({ id }) => id);
  }

  @Route(routes.extend)
  extend({ params, actor, body }: InputOf<typeof routes.extend>) {
    return this.extendConsultation.execute(params.compilationId, actor, body);
  }
}
