import { staff } from '../../platform/index.js';
import { amendPoint, answerPoint, filePoint, withdrawAnswer, withdrawPoint } from '../../review/index.js';
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
import { meetingPath, meetingsPath } from './meeting-words.js';
import { MunicipalPage } from './municipal-page.js';

const meetings = '/c/:compilationId/meetings' as const;
const point = `${meetings}/points/:pointId` as const;

const routes = {
  municipal: page(`${meetings}/municipal`, { by: staff }),
};

interface Filed {
  params: { compilationId: string };
  result: { meetingId: string | null };
}

/** The page on which a point stands. */
const pageOf = ({ params: { compilationId }, result: { meetingId } }: Filed): string =>
  meetingId === null
    ? `${meetingsPath(compilationId)}/municipal`
    : `${meetingPath(compilationId, meetingId)}#points`;

export const PointForms = formsOf({
  file: actForm(filePoint, `${meetings}/points`, {
    then: (done) => seeOther(pageOf(done), `已登记第${done.result.number}条意见。`),
  }),
  amend: actForm(amendPoint, `${point}/amend`, {
    then: (done) =>
      seeOther(
        pageOf(done),
        done.result.signatureVoided ? '意见已更正，原签署失效，须重新签署。' : '意见已更正。',
      ),
  }),
  answer: actForm(answerPoint, `${point}/answer`, {
    then: (done) => {
      const warning = '所指条款的文字目前没有变化，形成下一稿之前请修改条款或者改答。';
      return seeOther(pageOf(done), `已登记答复。${done.result.clauseUnchanged ? warning : ''}`);
    },
  }),
  withdraw: actForm(withdrawPoint, `${point}/withdraw`, {
    then: (done) => seeOther(pageOf(done), '意见已撤回，事由记入台账。'),
  }),
  withdrawAnswer: actForm(withdrawAnswer, `${point}/answer/withdraw`, {
    then: (done) => seeOther(pageOf(done), '答复已撤回，事由记入台账。'),
  }),
});

/** Points of experts, of the plenary and of the municipal government, and what became of each. */
@PageController()
export class PointsPagesController {
  constructor(private readonly municipalPage: MunicipalPage) {}

  @OnPage(routes.municipal)
  async municipal({ params, visitor }: PageInput<typeof routes.municipal>) {
    const view = await this.municipalPage.view(params.compilationId, mayAct(visitor, params.compilationId));
    return show('meetings/municipal', view, { title: '市政府退回意见', nav: 'meetings' });
  }
}
