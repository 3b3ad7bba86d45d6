import { z } from 'zod';
import { secretariat } from '../../platform/index.js';
import {
  ApiController,
  inCompilation,
  type InputOf,
  instant,
  pageOf,
  pageQuery,
  read,
  Route,
} from '../../web/index.js';
import { heldStates, holdReasons } from './held-comment.entity.js';
import { HeldCommentsQuery } from './held-comments.query.js';

const optionalText = z.string().nullable();

const heldView = z.object({
  id: z.string(),
  receipt: z.string().describe('回执编号'),
  state: z.enum(heldStates),
  reason: z.enum(holdReasons).describe('没有当即登记的原因'),
  category: z.string(),
  organisation: optionalText,
  clauseLabel: optionalText,
  content: z.string(),
  receivedAt: instant,
  releaseAt: instant.nullable().describe('到时自动登记；待人核对的为空'),
  opinionId: optionalText,
  remark: optionalText,
  decidedAt: instant.nullable(),
});

const routes = {
  list: read(`${inCompilation}/held-comments`, {
    by: secretariat,
    summary: '暂存意见：网上提交而没有当即登记的，按提交先后',
    query: {
      ...pageQuery,
      state: z
        .enum(heldStates)
        .optional()
        .describe('waiting排队、suspect待核对、registered已登记、junk非意见'),
    },
    response: pageOf(heldView),
  }),
};

@ApiController('意见')
export class HeldCommentsController {
  constructor(private readonly query: HeldCommentsQuery) {}

  @Route(routes.list)
  async list({ params, query: { state, limit, cursor } }: InputOf<typeof routes.list>) {
    const states = state === undefined ? heldStates : [state];
    const found = await this.query.list(params.compilationId, states, limit + 1, cursor);
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? items[items.length - 1].id : null };
  }
}
