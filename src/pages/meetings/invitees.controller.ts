import { z } from 'zod';
import { beganInput, InvalidInput, NotFound, secretariat, staff } from '../../platform/index.js';
import {
  DeclareConflictUseCase,
  RespondInvitationUseCase,
  SignOpinionUseCase,
  WriteOpinionUseCase,
} from '../../review/index.js';
import {
  form,
  OnPage,
  page,
  PageController,
  type PageInput,
  nothing,
  seeOther,
  show,
} from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { MeetingPage } from './meeting-page.js';
import { meetingPath } from './meeting-words.js';

const invitee = '/c/:compilationId/meetings/:meetingId/invitees/:inviteeId';
const declaration = z.object({ conflict: z.string().default(''), note: z.string().default('') });
const opinion = z.object({
  recommendation: z.string().default(''),
  text: z.string().default(''),
  began: beganInput,
});
const routes = {
  one: page(invitee, { by: staff }),
  respond: form(`${invitee}/response`, {
    by: secretariat,
    body: z.object({ response: z.string().default('') }),
  }),
  declare: form(`${invitee}/conflict`, { by: secretariat, body: declaration }),
  write: form(`${invitee}/opinion`, { by: secretariat, body: opinion }),
  sign: form(`${invitee}/signature`, { by: secretariat, body: nothing, file: true }),
};

type Place = PageInput<typeof routes.one>['params'];
const placeOf = ({ compilationId, meetingId, inviteeId }: Place): string =>
  `${meetingPath(compilationId, meetingId)}/invitees/${inviteeId}`;

/** What the secretariat enters for somebody invited: what came by telephone or on paper. */
@PageController()
export class InviteesPagesController {
  constructor(
    private readonly pages: MeetingPage,
    private readonly respondInvitation: RespondInvitationUseCase,
    private readonly declareConflict: DeclareConflictUseCase,
    private readonly writeOpinion: WriteOpinionUseCase,
    private readonly signOpinion: SignOpinionUseCase,
  ) {}

  @OnPage(routes.one)
  async one({ params, visitor }: PageInput<typeof routes.one>) {
    const view = await this.pages.invitee(params, mayAct(visitor, params.compilationId));
    if (view === null) throw new NotFound('参会人员', params.inviteeId);
    return show('meetings/invitee', view, { title: '参会人员', nav: 'meetings' });
  }

  @OnPage(routes.respond)
  async respond({ params, actor, body }: PageInput<typeof routes.respond>) {
    await this.respondInvitation.execute(params.compilationId, actor, params.inviteeId, body);
    return seeOther(placeOf(params), '已登记对邀请的回复。');
  }

  @OnPage(routes.declare)
  async declare({ params, actor, body }: PageInput<typeof routes.declare>) {
    const { recused } = await this.declareConflict.execute(
      params.compilationId,
      actor,
      params.inviteeId,
      body,
    );
    return seeOther(placeOf(params), recused ? '已登记声明，该专家回避。' : '已登记声明。');
  }

  @OnPage(routes.write)
  async write({ params, actor, body }: PageInput<typeof routes.write>) {
    const { compilationId, inviteeId } = params;
    const { signatureVoided } = await this.writeOpinion.execute(compilationId, actor, inviteeId, body);
    const notice = signatureVoided ? '论证意见已改，原签署失效，须重新签署。' : '已登记论证意见。';
    return seeOther(placeOf(params), notice);
  }

  @OnPage(routes.sign)
  async sign({ params, actor, file }: PageInput<typeof routes.sign>) {
    if (file === null) throw new InvalidInput('没有选择文件；请选择签字页的扫描件。', 'file-missing');
    await this.signOpinion.withScan(params.compilationId, actor, params.inviteeId, file.bytes);
    return seeOther(placeOf(params), '已登记签署，扫描件已存档。');
  }
}
