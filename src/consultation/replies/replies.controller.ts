import { z } from 'zod';
import { ApiController, inCompilation, type InputOf, Route, write } from '../../web/index.js';
import { SubmitReplyUseCase, submitReplySchema } from './submit-reply.use-case.js';

const routes = {
  submit: write(`${inCompilation}/obligations/:obligationId/reply`, {
    summary: '单位回复书面征求意见：逐条意见，或者明示“无意见”',
    body: submitReplySchema,
    example: { opinions: [{ clauseLabel: '第三条', content: '建议明确牵头单位。' }] },
    response: z.object({ numbers: z.array(z.string()) }),
  }),
};

@ApiController('征求意见')
export class RepliesController {
  constructor(private readonly submitReply: SubmitReplyUseCase) {}

  @Route(routes.submit)
  submit({ params, actor, body }: InputOf<typeof routes.submit>) {
    return this.submitReply.execute(params.compilationId, actor, params.obligationId, body);
  }
}
