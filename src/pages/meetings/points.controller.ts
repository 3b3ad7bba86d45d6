import { z } from 'zod';
import { secretariat, staff } from '../../platform/index.js';
import {
  AmendPointUseCase,
  AnswerPointUseCase,
  FilePointUseCase,
  ReviewQuery,
  WithdrawPointUseCase,
} from '../../review/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { optionalId, ticked } from './form-fields.js';
import { meetingPath, meetingsPath } from './meeting-words.js';
import { MunicipalPage } from './municipal-page.js';

const point = '/c/:compilationId/meetings/points/:pointId';
const filed = z.object({
  kind: z.string(),
  inviteeId: optionalId,
  clauseId: optionalId,
  content: z.string().default(''),
  dissent: ticked,
});
const answered = z.object({
  answer: z.string().default(''),
  clauseId: optionalId,
  text: z.string().default(''),
  unchangedReason: z.string().default(''),
  began: z.string().optional(),
});
const reason = z.object({ reason: z.string().default('') });
const routes = {
  municipal: page('/c/:compilationId/meetings/municipal', { by: staff }),
  file: form('/c/:compilationId/meetings/points', { by: secretariat, body: filed }),
  amend: form(`${point}/amend`, {
    by: secretariat,
    body: z.object({ content: z.string().default(''), dissent: ticked, began: z.string().optional() }),
  }),
  withdraw: form(`${point}/withdraw`, { by: secretariat, body: reason }),
  withdrawAnswer: form(`${point}/answer/withdraw`, { by: secretariat, body: reason }),
  answer: form(`${point}/answer`, { by: secretariat, body: answered }),
};

/** Points of experts, of the plenary and of the municipal government, and what became of each. */
@PageController()
export class PointsPagesController {
  constructor(
    private readonly reviews: ReviewQuery,
    private readonly municipalPage: MunicipalPage,
    private readonly filePoint: FilePointUseCase,
    private readonly amendPoint: AmendPointUseCase,
    private readonly answerPoint: AnswerPointUseCase,
    private readonly withdrawPoint: WithdrawPointUseCase,
  ) {}

  @OnPage(routes.municipal)
  async municipal({ params, visitor }: PageInput<typeof routes.municipal>) {
    const view = await this.municipalPage.view(params.compilationId, mayAct(visitor, params.compilationId));
    return show('meetings/municipal', view, { title: '市政府退回意见', nav: 'meetings' });
  }

  @OnPage(routes.file)
  async file({ params, actor, body }: PageInput<typeof routes.file>) {
    const { id, number } = await this.filePoint.execute(params.compilationId, actor, body);
    return seeOther(await this.pageOf(params.compilationId, id), `已登记第${number}条意见。`);
  }

  @OnPage(routes.amend)
  async amend({ params, actor, body }: PageInput<typeof routes.amend>) {
    const { compilationId, pointId } = params;
    const { signatureVoided } = await this.amendPoint.execute(compilationId, actor, pointId, body);
    const notice = signatureVoided ? '意见已更正，原签署失效，须重新签署。' : '意见已更正。';
    return seeOther(await this.pageOf(compilationId, pointId), notice);
  }

  @OnPage(routes.answer)
  async answer({ params, actor, body }: PageInput<typeof routes.answer>) {
    const { compilationId, pointId } = params;
    const { clauseUnchanged } = await this.answerPoint.execute(compilationId, actor, pointId, body);
    const warning = clauseUnchanged ? '所指条款的文字目前没有变化，形成下一稿之前请修改条款或者改答。' : '';
    return seeOther(await this.pageOf(compilationId, pointId), `已登记答复。${warning}`);
  }

  @OnPage(routes.withdraw)
  async withdraw({ params, actor, body }: PageInput<typeof routes.withdraw>) {
    const { compilationId, pointId } = params;
    const path = await this.pageOf(compilationId, pointId);
    await this.withdrawPoint.withdraw(compilationId, actor, pointId, body);
    return seeOther(path, '意见已撤回，事由记入台账。');
  }

  @OnPage(routes.withdrawAnswer)
  async withdrawAnswer({ params, actor, body }: PageInput<typeof routes.withdrawAnswer>) {
    const { compilationId, pointId } = params;
    await this.withdrawPoint.withdrawAnswer(compilationId, actor, pointId, body);
    return seeOther(await this.pageOf(compilationId, pointId), '答复已撤回，事由记入台账。');
  }

  /** The page on which a point stands. */
  private async pageOf(compilationId: string, pointId: string): Promise<string> {
    const points = await this.reviews.points(compilationId);
    const meetingId = points.find(({ id }) => id === pointId)?.meetingId ?? null;
    return meetingId === null
      ? `${meetingsPath(compilationId)}/municipal`
      : `${meetingPath(compilationId, meetingId)}#points`;
  }
}
