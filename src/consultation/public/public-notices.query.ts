import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { type CalendarDate, isLate } from '../../calendar/index.js';
import { Compilation, Deadline } from '../../compilation/index.js';
import { Position, WorkflowInstance } from '../../engine/index.js';
import { Clock, Database, type Instant, NotFound } from '../../platform/index.js';
import { ConsultationFeedback } from '../feedback/consultation-feedback.entity.js';
import { ConsultationNotice } from '../notice/consultation-notice.entity.js';
import { draftTitle } from '../notice/draft-title.js';
import { consultStage } from '../../../workflows/index.js';

/** open: opinions are asked for; closed: the period is over; ended: the compilation itself is. */
export type NoticeState = 'open' | 'closed' | 'ended';

/** A notice as everybody may read it. */
export interface PublicNotice {
  id: string;
  compilationId: string;
  round: number;
  /** The latest round of its compilation; null when this one is. */
  newerId: string | null;
  state: NoticeState;
  title: string;
  explanation: string;
  howToSubmit: string;
  shortReason: string;
  draftTitle: string;
  draftVersionId: string | null;
  issuer: string;
  contact: Compilation['contact'];
  openedOn: CalendarDate;
  publishedAt: Instant;
  closesAt: Instant;
  /** The closing day as planned, before it was moved to a working day; null where that is no longer known. */
  nominal: CalendarDate | null;
  extendedAt: Instant | null;
  extensionReason: string | null;
  /** When it stopped asking for opinions: the period was over, or the compilation ended; null while it asks. */
  endedAt: Instant | null;
  /** Set once the feedback of its round is out. */
  feedbackAt: Instant | null;
}

/** Notices of all compilations, for the public pages and the feed. */
@Injectable()
export class PublicNoticesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Open ones first, those that close sooner before others; then the latest first. */
  list(): Promise<PublicNotice[]> {
    return this.database.read(async (reader) => {
      const published = await reader.find(ConsultationNotice, { where: { publishedAt: Not(IsNull()) } });
      return (await this.views(reader, published)).sort(byUrgency);
    });
  }

  /** The first round first. */
  ofCompilation(compilationId: string): Promise<PublicNotice[]> {
    return this.database.read(async (reader) => {
      const where = { compilationId, publishedAt: Not(IsNull()) };
      const published = await reader.find(ConsultationNotice, { where, order: { round: 'ASC' } });
      return this.views(reader, published);
    });
  }

  /** @throws NotFound before it is published */
  async one(noticeId: string): Promise<PublicNotice> {
    const notice = await this.database.read((reader) =>
      reader.findOneBy(ConsultationNotice, { id: noticeId }),
    );
    const rounds = notice === null ? [] : await this.ofCompilation(notice.compilationId);
    const found = rounds.find(({ id }) => id === noticeId);
    if (found === undefined) throw new NotFound('公告', noticeId);
    return found;
  }

  private async views(reader: EntityManager, notices: ConsultationNotice[]): Promise<PublicNotice[]> {
    const ids = [...new Set(notices.map(({ compilationId }) => compilationId))];
    const compilations = await reader.findBy(Compilation, { id: In(ids) });
    const instances = await reader.findBy(WorkflowInstance, { id: In(ids) });
    const feedbacks = await reader.findBy(ConsultationFeedback, { compilationId: In(ids) });
    const deadlines = await reader.findBy(Deadline, { compilationId: In(ids) });
    return notices.flatMap((notice) => {
      const { compilationId, round } = notice;
      const compilation = compilations.find(({ id }) => id === compilationId);
      const instance = instances.find(({ id }) => id === compilationId);
      if (compilation === undefined || instance === undefined || !isPublished(notice)) return [];
      const position = Position.of(instance);
      const rounds = notices.filter((other) => other.compilationId === compilationId);
      const newer = rounds.filter((other) => other.round > round).at(-1) ?? null;
      const feedback = feedbacks.find((one) => one.compilationId === compilationId && one.round === round);
      const { closes } = position.words(consultStage).deadlines;
      const deadline = deadlines.find((one) => one.compilationId === compilationId && one.key === closes);
      return [
        {
          ...pick(notice),
          newerId: newer?.id ?? null,
          ...this.standingOf(notice, position),
          draftTitle: draftTitle(compilation, position.plan),
          issuer: compilation.issuer,
          contact: compilation.contact,
          nominal: deadline?.effectiveAt === notice.closesAt ? deadline.nominal : null,
          feedbackAt: feedback?.publishedAt ?? null,
        },
      ];
    });
  }

  private standingOf(
    { closesAt, closedAt }: Published,
    position: Position,
  ): Pick<PublicNotice, 'state' | 'endedAt'> {
    if (closedAt === null && position.is('terminated')) return { state: 'ended', endedAt: position.since };
    if (isLate(this.clock.now(), closesAt)) return { state: 'closed', endedAt: closesAt };
    return closedAt === null ? { state: 'open', endedAt: null } : { state: 'closed', endedAt: closedAt };
  }
}

type Published = ConsultationNotice & { openedOn: CalendarDate; publishedAt: Instant; closesAt: Instant };

const isPublished = (notice: ConsultationNotice): notice is Published =>
  notice.openedOn !== null && notice.publishedAt !== null && notice.closesAt !== null;

const pick = (notice: Published) => ({
  id: notice.id,
  compilationId: notice.compilationId,
  round: notice.round,
  title: notice.title,
  explanation: notice.explanation,
  howToSubmit: notice.howToSubmit,
  shortReason: notice.shortReason,
  draftVersionId: notice.draftVersionId,
  openedOn: notice.openedOn,
  publishedAt: notice.publishedAt,
  closesAt: notice.closesAt,
  extendedAt: notice.extendedAt,
  extensionReason: notice.extensionReason,
});

function byUrgency(a: PublicNotice, b: PublicNotice): number {
  if ((a.state === 'open') !== (b.state === 'open')) return a.state === 'open' ? -1 : 1;
  return a.state === 'open' ? a.closesAt - b.closesAt : b.publishedAt - a.publishedAt;
}
