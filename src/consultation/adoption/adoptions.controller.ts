import { z } from 'zod';
import { ApiController, inCompilation, type InputOf, read, Route } from '../../web/index.js';
import { AdoptionsQuery } from './adoptions.query.js';

const opinions = `${inCompilation}/opinions` as const;
const count = z.number().int();

const adoptionsView = z.object({
  adopted: count.describe('采纳、部分采纳的意见条数'),
  reasoned: count.describe('所列条款没有改动、已写明理由的条数'),
  unchanged: count.describe('所列条款没有改动、尚未写明理由的条数'),
  samples: z.array(
    z.object({
      id: z.string(),
      number: z.string().describe('意见编号'),
      state: z.string(),
      disposition: z.string(),
      clauseLabel: z.string().nullable().describe('所列条款现在的编号'),
    }),
  ),
});

const routes = {
  adoptions: read(`${opinions}/unchanged-adoptions`, {
    summary: '采纳、部分采纳而所列条款没有改动的意见，最多列200条',
    response: adoptionsView,
  }),
};

@ApiController('意见')
export class AdoptionsController {
  constructor(private readonly query: AdoptionsQuery) {}

  @Route(routes.adoptions)
  async adoptions({ params }: InputOf<typeof routes.adoptions>) {
    const { samples, ...counts } = await this.query.unchanged(params.compilationId);
    const named = samples.map(({ id, number, state, disposition, outcome }) => {
      const clauseLabel = (outcome.after ?? outcome.before)?.label ?? null;
      return { id, number, state, disposition, clauseLabel };
    });
    return { ...counts, samples: named };
  }
}
