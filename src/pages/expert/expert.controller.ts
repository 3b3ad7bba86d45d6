import { declareConflict, respondInvitation } from '../../review/index.js';
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
import { expertPath, seatOf } from './expert-seat.js';
import { ExpertPage } from './expert-page.js';

const seat = '/expert/:inviteeId' as const;
const by = ['expert'] as const;

const routes = {
  start: page(seat, { by }),
};

/** What goes before the opinion. */
export const ExpertForms = formsOf({
  respond: actForm(respondInvitation, `${seat}/response`, {
    by,
    then: ({ params, input }) =>
      seeOther(
        expertPath(params.inviteeId),
        input.response === 'accepted' ? '已答复：参加。' : '已答复：不参加。',
      ),
  }),
  declare: actForm(declareConflict, `${seat}/conflict`, {
    by,
    then: ({ params, result }) =>
      seeOther(
        expertPath(params.inviteeId),
        result.recused ? '已声明。依规应当回避，感谢您的说明。' : '已声明没有直接利害关系。',
      ),
  }),
});

/** Where an expert's link leads. */
@PageController()
export class ExpertController {
  constructor(private readonly page: ExpertPage) {}

  @OnPage(routes.start)
  async start({ visitor, params }: PageInput<typeof routes.start>) {
    const { compilationId, inviteeId } = seatOf(visitor, params);
    return show('expert/expert', await this.page.view(compilationId, inviteeId), {
      title: '专家论证',
      layout: 'guest',
    });
  }
}
