import { z } from 'zod';
import { DeclareConflictUseCase, RespondInvitationUseCase } from '../../review/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { seatOf } from './expert-seat.js';
import { ExpertPage } from './expert-page.js';

const by = ['expert'] as const;
const routes = {
  start: page('/expert/:inviteeId', { by }),
  respond: form('/expert/:inviteeId/response', { by, body: z.object({ response: z.string() }) }),
  declare: form('/expert/:inviteeId/conflict', {
    by,
    body: z.object({ conflict: z.string(), note: z.string().default('') }),
  }),
};

/** Where an expert's link leads: the invitation and what goes before the opinion. */
@PageController()
export class ExpertController {
  constructor(
    private readonly page: ExpertPage,
    private readonly invitation: RespondInvitationUseCase,
    private readonly declaration: DeclareConflictUseCase,
  ) {}

  @OnPage(routes.start)
  async start({ visitor, params }: PageInput<typeof routes.start>) {
    const { compilationId, inviteeId } = seatOf(visitor, params);
    return show('expert/expert', await this.page.view(compilationId, inviteeId), {
      title: '专家论证',
      layout: 'guest',
    });
  }

  @OnPage(routes.respond)
  async respond({ visitor, actor, params, body }: PageInput<typeof routes.respond>) {
    const { compilationId, inviteeId, path } = seatOf(visitor, params);
    await this.invitation.execute(compilationId, actor, inviteeId, body);
    return seeOther(path, body.response === 'accepted' ? '已答复：参加。' : '已答复：不参加。');
  }

  @OnPage(routes.declare)
  async declare({ visitor, actor, params, body }: PageInput<typeof routes.declare>) {
    const { compilationId, inviteeId, path } = seatOf(visitor, params);
    const { recused } = await this.declaration.execute(compilationId, actor, inviteeId, body);
    return seeOther(path, recused ? '已声明。依规应当回避，感谢您的说明。' : '已声明没有直接利害关系。');
  }
}
