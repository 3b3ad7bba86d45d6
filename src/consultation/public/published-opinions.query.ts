import { Injectable } from '@nestjs/common';
import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Database, type Instant } from '../../platform/index.js';
import { type Disposition } from '../../../workflows/index.js';
import { ConsultationFeedback } from '../feedback/consultation-feedback.entity.js';
import { reasonsThatHold } from '../adoption/stayed-clauses.js';
import { opinionsIn } from '../opinions/opinion-counts.js';
import { countRegister, type RegisterCounts } from '../opinions/register-counts.js';
import { type Opinion } from '../opinions/opinion.entity.js';
import { withoutContacts } from './without-contacts.js';

/** What became of one opinion of the public, without who gave it. */
export interface OpinionFate {
  number: string;
  clauseLabel: string | null;
  category: string;
  channel: string;
  late: boolean;
  content: string;
  /** Null while it is still being dealt with. */
  disposition: Disposition | null;
  reason: string | null;
  /** Of an adopted one whose clause was left as it was: why. */
  unchangedReason: string | null;
}

export interface PublishedRound {
  compilationId: string;
  round: number;
  title: string;
  /** As it was published, one paragraph a line. */
  text: string;
  publishedAt: Instant;
  /** What it answers, as it stands now: what was open when it was published has been settled since. */
  counts: RegisterCounts;
  /** What the public gave since; it is dealt with as well. */
  since: number;
}

/** The published feedback and the fate of each opinion of the public. Units' letters are counted, not shown. */
@Injectable()
export class PublishedOpinionsQuery {
  constructor(private readonly database: Database) {}

  /** The latest round first; empty before anything is published. */
  rounds(compilationId: string): Promise<PublishedRound[]> {
    return this.database.read(async (reader) => {
      const order = { id: 'DESC' } as const;
      const feedbacks = await reader.find(ConsultationFeedback, { where: { compilationId }, order });
      const rounds: PublishedRound[] = [];
      for (const { round, title, text, publishedAt } of feedbacks) {
        const known = { compilationId, upToRound: round };
        const scope = { ...known, registeredBy: publishedAt };
        const counts = await countRegister(reader, scope, { reviewedOnly: true });
        const { fromPublic } = await countRegister(reader, known);
        const since = fromPublic - counts.fromPublic;
        rounds.push({ compilationId, round, publishedAt, title, text, counts, since });
      }
      return rounds;
    });
  }

  /** One page of what a feedback answers, in the order of the register. */
  page(feedback: Answered, page: number, size: number): Promise<OpinionFate[]> {
    return this.database.read(async (reader) => {
      const { entities, raw } = await counted(reader, feedback)
        .addSelect('instance.state', 'state')
        .orderBy('opinion.sequence')
        .addOrderBy('opinion.part')
        .offset((page - 1) * size)
        .limit(size)
        .getRawAndEntities<{ state: string }>();
      const reasons = await reasonsThatHold(reader, feedback.compilationId, entities);
      return entities.map((opinion, index) => fateOf(opinion, raw[index].state, reasons.get(opinion)));
    });
  }
}

type Answered = Pick<PublishedRound, 'compilationId' | 'round' | 'publishedAt'>;

/** A feedback answers its round and every earlier one that was reworked before it had a feedback of its own. */
const counted = (
  reader: EntityManager,
  { compilationId, round, publishedAt }: Answered,
): SelectQueryBuilder<Opinion> =>
  opinionsIn(reader, { compilationId, upToRound: round, registeredBy: publishedAt }).andWhere(
    `opinion.category <> '征求意见单位'`,
  );

function fateOf(opinion: Opinion, state: string, unchangedReason: string | undefined): OpinionFate {
  const { number, clauseLabel, category, channel, late, content, disposition, reason } = opinion;
  const settled = state === 'reviewed';
  return {
    number,
    clauseLabel,
    category,
    channel,
    late,
    content: withoutContacts(content),
    disposition: settled ? disposition : null,
    reason: settled && reason !== null ? withoutContacts(reason) : null,
    unchangedReason: settled && unchangedReason !== undefined ? withoutContacts(unchangedReason) : null,
  };
}
