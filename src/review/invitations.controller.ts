import { z } from 'zod';
import { withdrawSchema } from '../engine/index.js';
import { ApiController, exampleId, inCompilation, type InputOf, Route, write } from '../web/index.js';
import { AmendInvitationsUseCase, inviteMoreSchema } from './amend-invitations.use-case.js';

const count = z.number().int();
const routes = {
  add: write(`${inCompilation}/meetings/:meetingId/invitees`, {
    summary: '已召集的会议增加邀请；会议开始之后只登记，不寄发邀请',
    body: inviteMoreSchema,
    example: { partyIds: [exampleId] },
    response: z.object({ invited: count, mailed: count }),
    status: 201,
  }),
  withdraw: write(`${inCompilation}/invitees/:inviteeId/withdraw`, {
    summary: '撤回一名的会议邀请，须写明事由；告知本人，其日历中的会议随之取消',
    body: withdrawSchema,
    example: { reason: '误选，应邀请同单位另一名专家' },
  }),
};

/** Who is invited to a convened meeting. */
@ApiController('会议')
export class InvitationsController {
  constructor(private readonly invitations: AmendInvitationsUseCase) {}

  @Route(routes.add)
  add({ params, actor, body }: InputOf<typeof routes.add>) {
    return this.invitations.add(params.compilationId, actor, params.meetingId, body);
  }

  @Route(routes.withdraw)
  withdraw({ params, actor, body }: InputOf<typeof routes.withdraw>) {
    return this.invitations.withdraw(params.compilationId, actor, params.inviteeId, body);
  }
}
