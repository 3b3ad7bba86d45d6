import { z } from 'zod';
import { unitOrSecretariat } from '../../platform/index.js';
import { ApiController, inCompilation, type InputOf, read, Route, write } from '../../web/index.js';
import { ChooseTopicUseCase, chooseTopicSchema } from './choose-topic.use-case.js';
import { ListTopicsUseCase, listTopicsSchema } from './list-topics.use-case.js';
import { TopicsQuery } from './topics.query.js';

const choices = z.array(
  z.object({ unitId: z.string(), unitName: z.string(), title: z.string(), state: z.string() }),
);

const routes = {
  overview: read(`${inCompilation}/topics`, {
    summary: '研究课题目录：谁选了哪项，哪项无人选',
    response: z.object({
      topics: z.array(
        z.object({ number: z.number().int(), title: z.string(), scope: z.string(), chosenBy: choices }),
      ),
      outside: choices.describe('目录外'),
      uncovered: z.array(z.number().int()).describe('无人选的课题序号'),
    }),
  }),
  list: write(`${inCompilation}/topics`, {
    summary: '登记研究课题目录；已有的序号不变',
    body: z.object({ topics: listTopicsSchema }),
    example: { topics: [{ number: 1, title: '质量基础设施建设研究', scope: '' }] },
  }),
  choose: write(`${inCompilation}/obligations/:obligationId/topic`, {
    by: unitOrSecretariat,
    summary: '研究机构选定课题，或者目录外自拟题目',
    body: chooseTopicSchema,
    example: { topic: 1, title: '超大城市质量基础设施协同机制研究' },
    response: z.object({ revision: z.number().int() }),
  }),
};

@ApiController('研究课题')
export class TopicsController {
  constructor(
    private readonly query: TopicsQuery,
    private readonly listTopics: ListTopicsUseCase,
    private readonly chooseTopic: ChooseTopicUseCase,
  ) {}

  @Route(routes.overview)
  overview({ params }: InputOf<typeof routes.overview>) {
    return this.query.overview(params.compilationId);
  }

  @Route(routes.list)
  list({ params, actor, body }: InputOf<typeof routes.list>) {
    return this.listTopics.execute(params.compilationId, actor, body.topics);
  }

  @Route(routes.choose)
  choose({ params, actor, body }: InputOf<typeof routes.choose>) {
    return this.chooseTopic.execute(params.compilationId, actor, params.obligationId, body);
  }
}
