import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { formatDeadline } from '../calendar/index.js';
import { actNamed, type TransitionRecord } from '../engine/index.js';
import { LedgerEntry } from '../ledger/index.js';
import { Mail } from '../outbox/index.js';
import { Database, NotFound } from '../platform/index.js';
import { obligationWorkflow } from '../../workflows/index.js';
import { DeadlineChange } from './deadline-change.entity.js';
import { ExtensionRequest } from './extension-request.entity.js';
import { isoOrNull, type ObligationRow } from './obligation-rows.js';
import { ObligationsQuery } from './obligations.query.js';

export interface StoryAct {
  seq: number;
  at: string;
  actor: string;
  type: string;
  /** What happened, in Chinese: 报送, 退回补正, 下达. */
  title: string;
  state: string | null;
}

/** Everything that happened to one obligation, oldest first. */
export interface ObligationStory {
  obligation: ObligationRow;
  acts: StoryAct[];
  mails: {
    id: string;
    template: string;
    subject: string | null;
    state: string;
    queuedAt: string;
    sentAt: string | null;
  }[];
  deadlineChanges: {
    deadlineRevision: number;
    cause: string;
    from: string;
    to: string;
    reason: string | null;
    approver: string | null;
    changedAt: string;
  }[];
  requests: {
    id: string;
    until: string;
    reason: string;
    requestedAt: string;
    answer: 'granted' | 'declined' | null;
    answerReason: string | null;
  }[];
}

@Injectable()
export class ObligationStoryQuery {
  constructor(
    private readonly database: Database,
    private readonly obligations: ObligationsQuery,
  ) {}

  async story(compilationId: string, obligationId: string): Promise<ObligationStory> {
    const [obligation] = await this.obligations.list(compilationId, { ids: [obligationId] });
    if (obligation === undefined) throw new NotFound('报送任务', obligationId);
    return this.database.read(async (reader) => ({
      obligation,
      acts: await actsOf(reader, compilationId, obligationId),
      mails: await mailsAbout(reader, obligationId),
      deadlineChanges: await changesOf(reader, obligationId),
      requests: await requestsOf(reader, obligationId),
    }));
  }
}

/** Found by the id in the entry's text: one person reads one story, so no second register of acts is kept for it. */
async function actsOf(reader: EntityManager, compilationId: string, id: string): Promise<StoryAct[]> {
  const entries = await reader
    .createQueryBuilder(LedgerEntry, 'entry')
    .where('entry.compilationId = :compilationId AND entry.payload LIKE :mention', {
      compilationId,
      mention: `%"${id}"%`,
    })
    .orderBy('entry.seq')
    .getMany();
  return entries.map(({ seq, at, actor, type, payload }) => {
    const { transitions } = JSON.parse(payload) as { transitions: TransitionRecord[] };
    const own = transitions.find((transition) => transition.instance === id);
    return {
      seq,
      at: new Date(at).toISOString(),
      actor,
      type,
      title: own === undefined ? (actNamed(type)?.title ?? type) : titleOf(own),
      state: own?.to ?? null,
    };
  });
}

function titleOf({ from, event }: TransitionRecord): string {
  if (from === null) return '下达';
  return obligationWorkflow.eventTitles[String(event?.type)];
}

async function mailsAbout(reader: EntityManager, about: string): Promise<ObligationStory['mails']> {
  const mails = await reader.find(Mail, { where: { about }, order: { id: 'ASC' } });
  return mails.map(({ id, template, subject, state, queuedAt, sentAt }) => ({
    id,
    template,
    subject,
    state,
    queuedAt: new Date(queuedAt).toISOString(),
    sentAt: isoOrNull(sentAt),
  }));
}

async function changesOf(reader: EntityManager, obligationId: string) {
  const changes = await reader.find(DeadlineChange, {
    where: { obligationId },
    order: { deadlineRevision: 'ASC' },
  });
  return changes.map(({ deadlineRevision, cause, reason, approver, ...change }) => ({
    deadlineRevision,
    cause,
    from: formatDeadline(
      { nominal: change.previousNominal, effective: change.previousEffectiveAt },
      'anyone',
    ),
    to: formatDeadline({ nominal: change.nominal, effective: change.effectiveAt }, 'anyone'),
    reason,
    approver,
    changedAt: new Date(change.changedAt).toISOString(),
  }));
}

async function requestsOf(reader: EntityManager, obligationId: string) {
  const requests = await reader.find(ExtensionRequest, { where: { obligationId }, order: { id: 'ASC' } });
  return requests.map(({ id, until, reason, requestedAt, answer, answerReason }) => ({
    id,
    until,
    reason,
    requestedAt: new Date(requestedAt).toISOString(),
    answer,
    answerReason,
  }));
}
