import { z } from 'zod';
import { addDays, dateOf, formatDateTime, formatDateWithWeekday } from '../../calendar/index.js';
import { CompilationQuery, type DeadlineView } from '../../compilation/index.js';
import {
  type ConsultationNotice,
  ExtendConsultationUseCase,
  noticeContent,
  NoticeQuery,
  prepareNotice,
} from '../../consultation/index.js';
import { markOf, secretariat, staff } from '../../platform/index.js';
import {
  actForm,
  form,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { consultStage, type ConsultWords } from '../../../workflows/index.js';
import { consultationNav, consultationPath, inConsultation } from './consultation-nav.js';

const notice = `${inConsultation}/notice` as const;
const text = z.string().default('');

const routes = {
  look: page(notice, { by: staff }),
  extend: form(`${notice}/extend`, { by: secretariat, body: z.object({ until: text, reason: text }) }),
};

export const NoticeForms = formsOf({
  prepare: actForm(prepareNotice, notice, {
    then: ({ params, result }) =>
      seeOther(
        `${consultationPath(params.compilationId)}/notice#preview`,
        `已保存第${result.round}次征求意见的公告，尚未公布。`,
      ),
  }),
});

/** The notice of the consultation: written, looked at as the public will see it, extended. */
@PageController()
export class NoticePages {
  constructor(
    private readonly notices: NoticeQuery,
    private readonly compilations: CompilationQuery,
    private readonly extendConsultation: ExtendConsultationUseCase,
  ) {}

  @OnPage(routes.look)
  async look({ params, visitor }: PageInput<typeof routes.look>) {
    const { compilationId } = params;
    const all = await this.notices.list(compilationId);
    const { compilation, stateTitle, offered } = await this.compilations.status(compilationId);
    const deadlines = await this.compilations.deadlines(compilationId);
    const words = (await this.compilations.standing(compilationId)).words(consultStage);
    const mayAct = visitor.actorAs(secretariat, compilationId) !== null;
    const prepared = all.find(({ publishedAt }) => publishedAt === null) ?? null;
    const open = all.find(({ publishedAt, closedAt }) => publishedAt !== null && closedAt === null) ?? null;
    const path = `${consultationPath(compilationId)}/notice`;
    const view = {
      nav: consultationNav(compilationId, 'notice'),
      sentence: sentenceOf(prepared, open, stateTitle),
      dates: datesView(deadlines, words),
      compose:
        mayAct && open === null
          ? composeView(prepared, path, usualTitle(compilation.title, words), all.length > 0)
          : null,
      preview: noticeView(
        prepared ?? open ?? all.at(-1) ?? null,
        deadlineOf(deadlines, words.deadlines.closes),
      ),
      opening: prepared === null ? null : openingView(compilationId, offered, words.events.open),
      extend: mayAct && open !== null ? extendView(open, path) : null,
      rounds: all.map(roundView),
      settings: `/c/${compilationId}/settings`,
    };
    return show('consultation/notice', view, { title: '征求意见公告', nav: 'consultation' });
  }

  @OnPage(routes.extend)
  async extend({ params, body, actor }: PageInput<typeof routes.extend>) {
    await this.extendConsultation.execute(params.compilationId, actor, body);
    return seeOther(`${consultationPath(params.compilationId)}/notice`, '已延长征求意见，公告随之更新。');
  }
}

function sentenceOf(
  prepared: ConsultationNotice | null,
  open: ConsultationNotice | null,
  stateTitle: string,
): string {
  if (open !== null) {
    const until = open.closesAt === null ? '' : `，${formatDateTime(open.closesAt)}截止`;
    return `第${open.round}次征求意见的公告已经公布${until}。`;
  }
  if (prepared !== null) return `第${prepared.round}次征求意见的公告已拟定，尚未公布。`;
  return `现处“${stateTitle}”，没有拟定中的公告。`;
}

/** The step that publishes the notice; before it is offered, what is to be done first. */
function openingView(
  compilationId: string,
  offered: readonly { event: string; title: string }[],
  open: string,
) {
  const overview = `/c/${compilationId}/overview`;
  const step = offered.find(({ event }) => event === open);
  return step !== undefined
    ? { label: step.title, href: `${overview}/steps/${open}` }
    : { label: '到公开征求意见还差什么', href: `${overview}#gate` };
}

const deadlineOf = (deadlines: readonly DeadlineView[], key: string): DeadlineView | null =>
  deadlines.find((line) => line.key === key) ?? null;

function datesView(deadlines: readonly DeadlineView[], { deadlines: keys }: ConsultWords) {
  return [keys.opens, keys.closes, keys.replies].flatMap((key) => {
    const line = deadlineOf(deadlines, key);
    return line === null ? [] : [{ title: line.title, text: line.text, rule: line.rule }];
  });
}

const usualTitle = (title: string, { versions }: ConsultWords): string =>
  `关于公开征求${title.replace('》', `（${versions.consulted}）》`)}意见的公告`;

const composeView = (
  prepared: ConsultationNotice | null,
  action: string,
  title: string,
  earlier: boolean,
) => ({
  again: prepared === null && earlier,
  action,
  began: markOf(noticeContent(prepared)),
  title: prepared?.title ?? title,
  explanation: prepared?.explanation ?? '',
  howToSubmit: prepared?.howToSubmit ?? '',
  shortReason: prepared?.shortReason ?? '',
});

/** What the public reads; the closing day is the timeline's until the notice is published. */
function noticeView(shown: ConsultationNotice | null, planned: DeadlineView | null) {
  if (shown === null) return null;
  const { title, explanation, howToSubmit, closesAt, publishedAt, extensionReason } = shown;
  return {
    title,
    explanation: paragraphs(explanation),
    howToSubmit: paragraphs(howToSubmit),
    published: publishedAt !== null,
    closes: closesAt === null ? (planned?.text ?? '未定') : formatDateTime(closesAt),
    extensionReason,
    shortReason: shown.shortReason,
  };
}

const paragraphs = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** A day after the closing day at the earliest. */
function extendView({ closesAt }: ConsultationNotice, path: string) {
  const day = closesAt === null ? null : dateOf(closesAt);
  return {
    action: `${path}/extend`,
    closes: day === null ? '未定' : formatDateWithWeekday(day),
    earliest: day === null ? '' : addDays(day, 1),
  };
}

const timeOf = (at: number | null): string | null => (at === null ? null : formatDateTime(at));

const roundView = ({ round, title, publishedAt, closesAt, extendedAt, closedAt }: ConsultationNotice) => ({
  round,
  title,
  publishedAt: timeOf(publishedAt),
  closesAt: timeOf(closesAt),
  extendedAt: timeOf(extendedAt),
  closedAt: timeOf(closedAt),
});
