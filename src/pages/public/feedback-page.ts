import { Injectable } from '@nestjs/common';
import { dateOf, formatDate } from '../../calendar/index.js';
import { CompilationQuery } from '../../compilation/index.js';
import {
  type OpinionFate,
  PublicNoticesQuery,
  PublishedOpinionsQuery,
  type PublishedRound,
  unchangedWords,
  wholeText,
} from '../../consultation/index.js';
import { Clock, NotFound } from '../../platform/index.js';
import { consultStage, dispositions } from '../../../workflows/index.js';
import { feedbackPath, noticeWords, paragraphs } from './notice-words.js';

const pageSize = 50;

/** 意见采纳情况: totals and the fate of each opinion, round by round. */
@Injectable()
export class FeedbackPage {
  constructor(
    private readonly published: PublishedOpinionsQuery,
    private readonly notices: PublicNoticesQuery,
    private readonly compilations: CompilationQuery,
    private readonly clock: Clock,
  ) {}

  /** @param round of which the opinions are listed; the latest unless told */
  async view(compilationId: string, round: number | null, page: number): Promise<object> {
    const notices = await this.notices.ofCompilation(compilationId);
    const latest = notices.at(-1);
    if (latest === undefined) throw new NotFound('征求意见公告', compilationId);
    const rounds = await this.published.rounds(compilationId);
    const shown = rounds.find((one) => one.round === round) ?? rounds.at(0) ?? null;
    const common = {
      notice: noticeWords(latest, this.clock.now()),
      rounds: notices.map((notice) => noticeWords(notice, this.clock.now())),
      several: notices.length > 1,
      awaited: shown?.round === latest.round ? null : await this.awaited(compilationId),
    };
    return { ...common, shown: shown && (await this.roundView(shown, page)) };
  }

  private async roundView(feedback: PublishedRound, wanted: number): Promise<object> {
    const { counts, since, title, text, publishedAt, compilationId, round } = feedback;
    const { fromPublic: publicTotal, open } = counts;
    const pages = Math.max(1, Math.ceil(publicTotal / pageSize));
    const current = Math.min(wanted, pages);
    const opinions = await this.published.page(feedback, current, pageSize);
    const path = `${feedbackPath(compilationId)}?round=${round}`;
    return {
      title,
      text: paragraphs(text),
      sentence: sentenceOf(counts),
      on: formatDate(dateOf(publishedAt)),
      total: counts.total,
      publicTotal,
      unitTotal: counts.fromUnits,
      since,
      parts: dispositions.map((name) => ({ name, count: counts.byDisposition[name] })),
      open,
      opinions: opinions.map(fateView),
      first: (current - 1) * pageSize + 1,
      last: (current - 1) * pageSize + opinions.length,
      pages,
      current,
      before: current > 1 ? `${path}&page=${current - 1}` : null,
      after: current < pages ? `${path}&page=${current + 1}` : null,
    };
  }

  /** When the feedback is to come out, as the timeline has it; null when it does not say. */
  private async awaited(compilationId: string): Promise<string | null> {
    const deadlines = await this.compilations.deadlines(compilationId);
    // The step that ends a consultation publishes its feedback along with the draft that answers the opinions.
    const { complete } = (await this.compilations.standing(compilationId)).words(consultStage).events;
    return deadlines.find(({ event, late }) => event === complete && !late)?.text ?? null;
  }
}

function sentenceOf({ total, open, settled, fromPublic, byDisposition }: PublishedRound['counts']): string {
  if (fromPublic === 0) return '未收到社会公众的意见反馈。';
  const taken = `采纳${byDisposition.采纳}条，部分采纳${byDisposition.部分采纳}条`;
  return open === 0
    ? `共收到意见${total}条，已逐条办理：${taken}。`
    : `共收到意见${total}条，办结${settled}条，其余${open}条正在办理：${taken}。`;
}

const fateView = ({ clauseLabel, reason, unchangedReason, disposition, ...fate }: OpinionFate) => ({
  ...fate,
  clauseLabel: clauseLabel ?? wholeText,
  disposition: disposition ?? '正在办理',
  reason: reason === '' ? null : reason,
  unchanged: unchangedReason === null ? null : unchangedWords(unchangedReason),
});
