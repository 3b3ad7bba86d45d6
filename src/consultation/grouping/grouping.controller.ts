import { z } from 'zod';
import { ApiController, exampleId, inCompilation, type InputOf, Route, write } from '../../web/index.js';
import { GroupOpinionsUseCase, groupOpinionsSchema } from './group-opinions.use-case.js';

const groups = `${inCompilation}/opinion-groups` as const;

const routes = {
  find: write(groups, {
    summary: '找出相同或者相近的意见并归组；意见本身一条不少',
    response: z.object({ groups: z.number().int(), members: z.number().int() }),
  }),
  correct: write(`${groups}/correct`, {
    summary: '更正归组：并入一组，或者移出（groupId 为 null）',
    body: groupOpinionsSchema,
    example: { opinionIds: [exampleId], groupId: null },
  }),
};

@ApiController('意见')
export class GroupingController {
  constructor(private readonly groupOpinions: GroupOpinionsUseCase) {}

  @Route(routes.find)
  find({ params, actor }: InputOf<typeof routes.find>) {
    return this.groupOpinions.findLike(params.compilationId, actor);
  }

  @Route(routes.correct)
  correct({ params, actor, body }: InputOf<typeof routes.correct>) {
    return this.groupOpinions.correct(params.compilationId, actor, body);
  }
}
