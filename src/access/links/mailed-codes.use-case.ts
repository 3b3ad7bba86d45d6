import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { formatDateTime } from '../../calendar/index.js';
import { type Act, Acts } from '../../engine/index.js';
import {
  type Actor,
  Clock,
  Database,
  drawCode,
  hashCode,
  type Instant,
  isCode,
} from '../../platform/index.js';
import { CodeRefused, NoContact, TooManyCodes } from '../access.errors.js';
import { Attempts } from '../attempts.js';
import { accessCodeCheckName, accessCodeValidMs, forgetAccessCodeKind } from './access-code-mail.js';
import { MailedCode } from './mailed-code.entity.js';
import { lettersTo } from './unit-letter.js';

const codesPerHour = 5;
/** Through all sessions of one link: whoever holds it must not fill the contact's mailbox by coming in again. */
const codesPerHourAndLink = 10;
const hourMs = 3_600_000;
const triesAllowed = 5;

/** The session that asks, and the obligation that it opens. */
export interface CodeHolder {
  sessionId: string;
  compilationId: string;
  actor: Actor;
  obligationId: string;
}

export interface CodePurpose {
  /** The code is good for this and nothing else; a digest in it binds it to a content. */
  key: string;
  /** As the mail calls it: 报送, 撤回. */
  act: string;
}

/** Six digits to the registered contact: what is handed in is handed in by who reads the unit's mail. */
@Injectable()
export class MailedCodesUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
  ) {}

  /** Mails a new code; an earlier one for the same purpose no longer counts. @throws TooManyCodes, NoContact */
  async send(holder: CodeHolder, purpose: CodePurpose): Promise<{ validUntil: Instant }> {
    const { compilationId, actor, obligationId, sessionId } = holder;
    const order = { compilationId, actor, type: 'accessCode.sent' };
    await this.requireRestraint(holder);
    return this.acts.perform(order, async (act) => {
      const id = act.ids.next();
      const code = drawCode(act.ids);
      const fresh = { codeHash: hashCode(id, code), tries: 0, sentAt: act.now, usedAt: null };
      await act.tx.insert(MailedCode, { id, sessionId, purpose: subjectOf(holder, purpose.key), ...fresh });
      await this.post(act, { id, code, obligationId, purpose });
      act.note({ obligationId, codeId: id, purpose: purpose.key });
      return { validUntil: act.now + accessCodeValidMs };
    });
  }

  /** Uses the code that was sent last, once. @throws CodeRefused */
  async use(holder: CodeHolder, purposeKey: string, code: string): Promise<void> {
    const { compilationId, actor, sessionId, obligationId } = holder;
    // An act of its own, committed whether the code was right or not: a refusal would undo the count of tries.
    const order = { compilationId, actor, type: 'accessCode.entered' };
    const right = await this.acts.perform(order, async (act) => {
      const latest = await latestCode(act.tx, sessionId, subjectOf(holder, purposeKey));
      const good = latest !== null && isOpen(latest, act.now) && isCode(latest, code);
      if (latest !== null) {
        const change = good ? { usedAt: act.now } : { tries: latest.tries + 1 };
        await act.tx.update(MailedCode, { id: latest.id }, change);
      }
      act.note({ obligationId, codeId: latest?.id ?? null, purpose: purposeKey, right: good });
      return good;
    });
    if (!right) throw new CodeRefused();
  }

  /** Until when the code that was sent last may be used; null when none may. */
  async validUntil(holder: CodeHolder, purposeKey: string): Promise<Instant | null> {
    const latest = await this.database.read((reader) =>
      latestCode(reader, holder.sessionId, subjectOf(holder, purposeKey)),
    );
    if (latest === null || !isOpen(latest, this.clock.now())) return null;
    return latest.sentAt + accessCodeValidMs;
  }

  private async requireRestraint({ sessionId, obligationId }: CodeHolder): Promise<void> {
    const sentAt = MoreThan(this.clock.now() - hourMs);
    const recent = await this.database.read((reader) => reader.countBy(MailedCode, { sessionId, sentAt }));
    if (recent >= codesPerHour) throw new TooManyCodes();
    const allowed = await this.attempts.take(`access-code:${obligationId}`, codesPerHourAndLink, hourMs);
    if (!allowed) throw new TooManyCodes();
  }

  private async post(
    act: Act,
    {
      id,
      code,
      obligationId,
      purpose,
    }: { id: string; code: string; obligationId: string; purpose: CodePurpose },
  ): Promise<void> {
    const validUntilText = formatDateTime(act.now + accessCodeValidMs);
    const letters = await lettersTo(act, obligationId, {
      template: 'access-code',
      key: `access-code:${id}`,
      about: id,
      stillDueCheck: accessCodeCheckName,
      action: null,
      view: (title) => ({ confirmation: { act: purpose.act, title, code, validUntilText } }),
    });
    if (letters.length === 0) throw new NoContact();
    for (const mailId of await act.post(letters))
      await act.enqueue({
        kind: forgetAccessCodeKind,
        uniqueKey: `${forgetAccessCodeKind}:${mailId}`,
        payload: { mailId },
        dueAt: act.now + accessCodeValidMs + 1,
      });
  }
}

/** One session opens all that its unit owes: a code for one thing must not confirm another. */
const subjectOf = ({ obligationId }: CodeHolder, purposeKey: string): string =>
  `${obligationId} ${purposeKey}`;

const isOpen = ({ usedAt, tries, sentAt }: MailedCode, now: Instant): boolean =>
  usedAt === null && tries < triesAllowed && now <= sentAt + accessCodeValidMs;

/** Only the code sent last counts. */
async function latestCode(
  reader: EntityManager,
  sessionId: string,
  purpose: string,
): Promise<MailedCode | null> {
  const [latest] = await reader.find(MailedCode, {
    where: { sessionId, purpose },
    order: { id: 'DESC' },
    take: 1,
  });
  return latest ?? null;
}
