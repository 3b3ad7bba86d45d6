import { z } from 'zod';
import { ApiController, inCompilation, type InputOf, read, Route } from '../../web/index.js';
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
};

@ApiController('研究课题')
export class TopicsController {
  constructor(private readonly query: TopicsQuery) {}

  @Route(routes.overview)
  overview({ params }: InputOf<typeof routes.overview>) {
    return this.query.overview(params.compilationId);
  }
}
