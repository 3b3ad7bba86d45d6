import { NotFound, secretariat, staff } from '../../platform/index.js';
import { declareConflict, respondInvitation, signOnPaper, writeOpinion } from '../../review/index.js';
import {
  actForm,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { MeetingPage } from './meeting-page.js';
import { meetingPath } from './meeting-words.js';

const invitee = '/c/:compilationId/meetings/:meetingId/invitees/:inviteeId' as const;
const by = secretariat;

const routes = {
  one: page(invitee, { by: staff }),
};

type Place = PageInput<typeof routes.one>['params'];
const placeOf = ({ compilationId, meetingId, inviteeId }: Place): string =>
  `${meetingPath(compilationId, meetingId)}/invitees/${inviteeId}`;

/** What the secretariat enters for somebody invited: what came by telephone or on paper. */
export const InviteeForms = formsOf({
  respond: actForm(respondInvitation, `${invitee}/response`, {
    by,
    then: ({ params }) => seeOther(placeOf(params), '已登记对邀请的回复。'),
  }),
  declare: actForm(declareConflict, `${invitee}/conflict`, {
    by,
    then: ({ params, result }) =>
      seeOther(placeOf(params), result.recused ? '已登记声明，该专家回避。' : '已登记声明。'),
  }),
  write: actForm(writeOpinion, `${invitee}/opinion`, {
    by,
    then: ({ params, result }) =>
      seeOther(
        placeOf(params),
        result.signatureVoided ? '论证意见已改，原签署失效，须重新签署。' : '已登记论证意见。',
      ),
  }),
  sign: actForm(signOnPaper, `${invitee}/signature`, {
    then: ({ params }) => seeOther(placeOf(params), '已登记签署，扫描件已存档。'),
  }),
});

@PageController()
export class InviteesPagesController {
  constructor(private readonly pages: MeetingPage) {}

  @OnPage(routes.one)
  async one({ params, visitor }: PageInput<typeof routes.one>) {
    const view = await this.pages.invitee(params, mayAct(visitor, params.compilationId));
    if (view === null) throw new NotFound('参会人员', params.inviteeId);
    return show('meetings/invitee', view, { title: '参会人员', nav: 'meetings' });
  }
}
