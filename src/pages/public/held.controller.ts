import { formatDateTime } from '../../calendar/index.js';
import {
  admitHeld,
  HeldCommentsQuery,
  type HeldState,
  type HeldView,
  type HoldReason,
  rejectHeld,
  wholeText,
} from '../../consultation/index.js';
import { secretariat } from '../../platform/index.js';
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
import { consultationNav } from '../consultation/consultation-nav.js';

const path = '/c/:compilationId/consultation/held' as const;

const routes = {
  list: page(path, { by: secretariat }),
};

const shownAtOnce = 50;

const reasons: Record<HoldReason, string> = {
  trap: '填写了页面上看不见的栏目，像是程序自动提交',
  tooFast: '打开页面不到3秒就提交',
  noProof: '浏览器未启用脚本，没有完成校验',
  busy: '同一网络短时间内提交较多',
};

export const HeldForms = formsOf({
  admit: actForm(admitHeld, `${path}/:heldId/admit`, {
    then: ({ params, result }) =>
      seeOther(heldPath(params.compilationId), `已登记为意见${result.number}，收到时间按提交时间计。`),
  }),
  reject: actForm(rejectHeld, `${path}/:heldId/reject`, {
    then: ({ params }) =>
      seeOther(heldPath(params.compilationId), '已标为非意见，内容和事由留存，仍可放行。'),
  }),
});

/** 暂存意见: what the public sent and the house did not register at once. Nothing is thrown away here. */
@PageController()
export class HeldController {
  constructor(private readonly query: HeldCommentsQuery) {}

  @OnPage(routes.list)
  async list({ params }: PageInput<typeof routes.list>) {
    const { compilationId } = params;
    const here = heldPath(compilationId);
    const load = async (...states: HeldState[]) =>
      (await this.query.list(compilationId, states, shownAtOnce)).map((held) => heldView(here, held));
    const counts = await this.query.counts(compilationId);
    const view = {
      nav: consultationNav(compilationId, 'held'),
      counts,
      sentence: sentenceOf(counts),
      shownAtOnce,
      suspect: await load('suspect'),
      waiting: await load('waiting'),
      junk: await load('junk'),
    };
    return show('public/held', view, { title: '暂存意见', nav: 'consultation' });
  }
}

const heldPath = (compilationId: string): string => `/c/${compilationId}/consultation/held`;

function sentenceOf({ suspect, waiting }: Record<HeldState, number>): string {
  if (suspect > 0) return `有${suspect}件网上提交待核对，放行后登记为意见。`;
  return waiting > 0 ? `有${waiting}件网上提交正在排队，到时自动登记，不必办理。` : '没有待核对的网上提交。';
}

const heldView = (here: string, held: HeldView) => ({
  id: held.id,
  receipt: held.receipt,
  reason: reasons[held.reason],
  category: held.category,
  organisation: held.organisation,
  clauseLabel: held.clauseLabel ?? wholeText,
  content: held.content,
  received: formatDateTime(held.receivedAt),
  release: held.releaseAt === null ? null : formatDateTime(held.releaseAt),
  remark: held.remark,
  admit: `${here}/${held.id}/admit`,
  reject: `${here}/${held.id}/reject`,
});
