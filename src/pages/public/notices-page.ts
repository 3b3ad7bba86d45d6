import { Inject, Injectable } from '@nestjs/common';
import {
  type PublicClause,
  PublicDraftQuery,
  type PublicNotice,
  PublicNoticesQuery,
} from '../../consultation/index.js';
import { Clock, type Config, configToken, readTableText } from '../../platform/index.js';
import { noticePath, noticeWords, paragraphs } from './notice-words.js';

/** The notices and the drafts that are consulted on, as everybody reads them. */
@Injectable()
export class NoticesPage {
  constructor(
    private readonly notices: PublicNoticesQuery,
    private readonly drafts: PublicDraftQuery,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  async list(): Promise<object> {
    const now = this.clock.now();
    const all = (await this.notices.list()).map((notice) => noticeWords(notice, now));
    const open = all.filter((notice) => notice.open);
    return { sentence: sentenceOf(open.length, all.length), open, past: all.filter(({ open: o }) => !o) };
  }

  async notice(noticeId: string): Promise<{ title: string; view: object }> {
    const notice = await this.notices.one(noticeId);
    const draft = await this.drafts.of(notice.draftVersionId ?? '');
    const words = noticeWords(notice, this.clock.now());
    const open = words.open && notice.newerId === null;
    const view = {
      ...words,
      open,
      explanation: paragraphs(notice.explanation),
      howToSubmit: paragraphs(notice.howToSubmit),
      shortReason: notice.shortReason === '' ? null : notice.shortReason,
      office: notice.contact.office,
      address: notice.contact.address,
      commentAll: commentPath(noticeId, null),
      draftPath: `${noticePath(noticeId)}/draft`,
      clauseCount: draft.clauses.filter((clause) => !clause.isHeadingOnly).length,
      thousands: (draft.characters / 1000).toFixed(1),
      contents: contentsOf(draft.clauses),
      head: draft.head,
      foot: draft.foot,
      clauses: draft.clauses.map((clause) => clauseView(noticeId, clause, open)),
    };
    return { title: notice.title, view };
  }

  async draft(noticeId: string): Promise<{ title: string; view: object }> {
    const notice = await this.notices.one(noticeId);
    const { title, head, foot, clauses } = await this.drafts.of(notice.draftVersionId ?? '');
    const shown = clauses.map((clause) => clauseView(noticeId, clause, false));
    const words = noticeWords(notice, this.clock.now());
    return { title, view: { ...words, documentTitle: title, head, foot, clauses: shown } };
  }

  /** What the template of the feed is told. */
  async feed(): Promise<object> {
    const notices = await this.notices.list();
    const entries = notices.map((notice) => this.entry(notice)).sort((a, b) => b.updated - a.updated);
    return {
      address: `${this.config.publicUrl}/notices`,
      self: `${this.config.publicUrl}/notices.atom`,
      issuer: notices[0]?.issuer ?? '编制台',
      updated: entries[0]?.updated ?? this.clock.now(),
      entries,
    };
  }

  private entry(notice: PublicNotice) {
    const { id, title, publishedAt, extendedAt, endedAt, feedbackAt, explanation } = notice;
    const { openedText, closingText, open, feedback, extended } = noticeWords(notice, this.clock.now());
    const state =
      feedback !== null ? `意见采纳情况已于${feedback.on}公布。` : open ? '' : '征求意见已经结束。';
    const moved = extended === null ? '' : `截止时间已延长：${extended.reason}。`;
    return {
      id: `urn:uuid:${id}`,
      title,
      address: `${this.config.publicUrl}${noticePath(id)}`,
      author: notice.issuer,
      published: publishedAt,
      updated: Math.max(publishedAt, extendedAt ?? 0, endedAt ?? 0, feedbackAt ?? 0),
      summary: `${openedText}至${closingText}公开征求意见。${moved}${state}${explanation}`,
    };
  }
}

export const commentPath = (noticeId: string, clauseId: string | null): string =>
  `${noticePath(noticeId)}/comment${clauseId === null ? '' : `?clause=${clauseId}`}`;

function sentenceOf(open: number, all: number): string {
  if (open > 0) return `现有${open}件文稿正在公开征求意见，欢迎逐条提出。`;
  return all === 0 ? '目前没有征求意见的公告。' : '目前没有正在征求意见的文稿，往期公告和采纳情况在下面。';
}

const contentsOf = (clauses: readonly PublicClause[]) =>
  clauses
    .filter(({ level, runIn }) => level <= 2 && !runIn)
    .map(({ clauseId, level, heading }) => ({
      href: `#c-${clauseId}`,
      heading: heading.replace(/[。．.]$/u, ''),
      sub: level === 2,
    }));

function clauseView(noticeId: string, clause: PublicClause, open: boolean) {
  const { clauseId, level, label, heading, runIn, passages, isHeadingOnly } = clause;
  const leads = runIn || level > 2;
  // A table never goes on in the line of its heading.
  const begun = leads && readTableText(passages[0] ?? '') === undefined;
  const [first = '', ...others] = begun ? passages : ['', ...passages];
  return {
    anchor: `c-${clauseId}`,
    label,
    chapter: level === 1,
    article: level === 2 && !runIn,
    heading: leads ? null : heading,
    lead: leads ? heading : null,
    first,
    others,
    comment: open && !isHeadingOnly ? commentPath(noticeId, clauseId) : null,
  };
}
