import { Injectable } from '@nestjs/common';
import { dateOf, daysBetween, formatDateTime } from '../../calendar/index.js';
import { CompilationQuery, type DeadlineView } from '../../compilation/index.js';
import {
  type ConsultationNotice,
  type HandlerTally,
  NoticeQuery,
  OpinionsQuery,
  OpinionTalliesQuery,
  type StateCounts,
} from '../../consultation/index.js';
import { Clock, type PostName } from '../../platform/index.js';
import { consultStage, dispositions } from '../../../workflows/index.js';
import { consultationPath } from './consultation-nav.js';
import { LandingAside } from './landing-aside.js';
import { inboxPath, opinionStates, queuePath } from './opinion-filter.js';

/** 征求意见: where the consultation stands, and what is left for whom. */
@Injectable()
export class LandingPage {
  constructor(
    private readonly notices: NoticeQuery,
    private readonly opinions: OpinionsQuery,
    private readonly tallies: OpinionTalliesQuery,
    private readonly compilations: CompilationQuery,
    private readonly clock: Clock,
    private readonly beside: LandingAside,
  ) {}

  async view(compilationId: string, me: string): Promise<object> {
    const notices = await this.notices.list(compilationId);
    const { states, dispositions: byDisposition } = await this.opinions.counts(compilationId);
    const deadlines = await this.compilations.deadlines(compilationId);
    const { closes } = (await this.compilations.standing(compilationId)).words(consultStage).deadlines;
    const closing = deadlines.find(({ key }) => key === closes) ?? null;
    const { event, title } = (await this.compilations.position(compilationId)).position.next ?? {};
    const replies = await this.beside.replies(compilationId);
    const base = consultationPath(compilationId);
    const open = states.total - states.reviewed;
    const tally = await this.tallies.overview(compilationId);
    const { handlers, late } = tally;
    const postName = await this.beside.postName();
    const mine = handlers.some(({ handler, undisposed }) => handler === me && undisposed > 0);
    return {
      sentence: this.sentence(notices, states),
      closing: closing && { text: closing.text, left: leftText(closing) },
      next: event === undefined ? null : { title, event, href: `/c/${compilationId}/overview#gate` },
      round: notices.at(-1)?.round ?? null,
      states: stateParts(compilationId, states),
      total: states.total,
      open,
      late,
      onTime: states.total - late,
      ...dispositionParts(compilationId, byDisposition),
      channels: tally.channels.map(({ channel, count }) => ({
        word: channel,
        count,
        href: inboxPath(compilationId, { channel }),
      })),
      handlers: handlers
        .filter(({ undisposed, unreviewed }) => undisposed + unreviewed > 0)
        .map((tally) => handlerLine(compilationId, tally, postName)),
      adoptions: await this.beside.adoptions(compilationId),
      toAssign: states.unassigned > 0,
      toReview: states.unreviewed > 0,
      replies,
      unitOpinions: tally.fromUnits,
      publicOpinions: tally.fromPublic,
      paths: {
        replies: `${base}/replies`,
        notice: `${base}/notice`,
        letter: `${base}/letter`,
        import: `${base}/import`,
        table: `${base}/disposition-table`,
        group: `${base}/groups`,
        inbox: inboxPath(compilationId),
        // Nothing is anybody's yet: the first thing to do is to assign.
        work:
          states.undisposed === 0
            ? null
            : queuePath(compilationId, { state: 'assigned', ...(mine ? { handler: me } : {}) }),
        late: inboxPath(compilationId, { late: true }),
        review: queuePath(compilationId, { state: 'disposed' }),
        assign: inboxPath(compilationId, { state: 'received' }),
      },
    };
  }

  private sentence(notices: readonly ConsultationNotice[], states: StateCounts): string {
    const notice = notices.at(-1);
    if (notice === undefined) return '尚未拟定征求意见公告；拟定公告后，方可公开征求意见。';
    const { publishedAt, closedAt, closesAt, openedOn } = notice;
    if (publishedAt === null || openedOn === null) return '公告已拟定，尚未公开征求意见。';
    const open = states.total - states.reviewed;
    const said = `收到意见${states.total}件，${open === 0 ? '均已办结' : `未办结${open}件`}`;
    if (closedAt !== null || closesAt === null)
      return `征求意见已于${formatDateTime(closesAt ?? publishedAt)}截止，${said}。`;
    const today = dateOf(this.clock.now());
    const day = daysBetween(openedOn, today);
    return `公开征求意见第${day}日，还有${Math.max(0, daysBetween(today, dateOf(closesAt)))}日截止，${said}。`;
  }
}

const leftText = ({ leftText: left, late }: DeadlineView): string => (late ? '已过' : left);

const stateKeys = {
  received: 'unassigned',
  assigned: 'undisposed',
  disposed: 'unreviewed',
  reviewed: 'reviewed',
} as const;

/** Where every opinion stands; the parts make the total. */
export const stateParts = (compilationId: string, states: StateCounts) =>
  opinionStates.map(({ state, title }) => ({
    word: title,
    count: states[stateKeys[state as keyof typeof stateKeys]],
    href: queuePath(compilationId, { state }),
    inbox: inboxPath(compilationId, { state }),
  }));

function dispositionParts(compilationId: string, counts: Record<string, number> & { total: number }) {
  const parts = dispositions.map((word) => ({
    word: word as string,
    count: counts[word],
    href: inboxPath(compilationId, { disposition: word }),
  }));
  const settled = parts.reduce((sum, { count }) => sum + count, 0);
  return { dispositions: parts, disposed: settled, undisposed: counts.total - settled };
}

const handlerLine = (
  compilationId: string,
  { handler, undisposed, unreviewed }: HandlerTally,
  postName: PostName,
) => ({
  name: handler === null ? '尚未分派' : postName(handler, '承办岗位'),
  undisposed,
  unreviewed,
  href:
    handler === null
      ? inboxPath(compilationId, { state: 'received' })
      : queuePath(compilationId, { handler, state: undisposed > 0 ? 'assigned' : 'disposed' }),
});
