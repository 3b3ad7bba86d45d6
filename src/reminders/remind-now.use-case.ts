import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { dateOf, isLate } from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { findUnits } from '../directory/index.js';
import { type Act, Acts, defineAct, type Who } from '../engine/index.js';
import { findObligations } from '../obligations/index.js';
import { Mail } from '../outbox/index.js';
import { exampleId, named, Refusal, secretariat } from '../platform/index.js';
import { z } from 'zod';
import { type Rung } from './ladder.js';
import { loadOpenObligations, type OpenObligation } from './open-obligations.js';
import { type Turn } from './turn.js';
import { TurnPoster } from './turn-poster.js';

export const byHandTitle = '手工催报';

/** Its own key in the register, so that the ladder's turns are neither used up nor repeated by it. */
const byHand = 'by-hand';

/** Chosen, but gets no mail. */
export interface NotReminded {
  obligationId: string;
  unitName: string;
  reason: string;
}

export interface RemindPreview {
  mails: Pick<Mail, 'template' | 'recipientName' | 'address' | 'about' | 'view'>[];
  left: NotReminded[];
}

class SuspendedNow extends Refusal {
  constructor() {
    super('compilation-suspended', '编制已中止，中止期间不发提醒；请在恢复编制后再催报。', 409);
  }
}

class NobodyToRemind extends Refusal {
  constructor() {
    super(
      'nobody-to-remind',
      '所选任务都不需要提醒：已经报送、已经了结，或者今天已经催过。请重新选择。',
      409,
    );
  }
}

/**
 * The secretariat reminds chosen units out of turn: one mail to each liaison, once a day for one obligation. Who is
 * late gets the mail for late units. What was handed in or settled meanwhile is left out.
 */
export const remindNow = defineAct({
  name: 'reminders.sentByHand',
  title: '手工催报',
  summary: '立即催报所选单位；一项任务一天至多一次',
  may: secretariat,
  path: 'reminders/now',
  input: z.object({
    ids: named(
      '报送任务',
      z
        .array(z.string())
        .min(1, { error: '请至少选择一家单位' })
        .max(1000, { error: '一次最多提醒1000家' })
        .transform((ids) => [...new Set(ids)]),
    ),
  }),
  example: { ids: [exampleId] },
  answer: z.object({ queued: z.int(), left: z.int().describe('所选而没有催报的件数') }),
  uses: { poster: TurnPoster },
  async perform(act, { ids }, { poster }) {
    const { turns, left } = await choose(act, ids);
    if (turns.length === 0) throw new NobodyToRemind();
    await poster.send(act, turns);
    const obligationIds = turns.map(({ open }) => open.obligation.id);
    act.note({ queued: turns.length, left: left.length, obligationIds });
    return { queued: turns.length, left: left.length };
  },
});

/** The mails as they would be queued now, and who gets none; found out by doing it and taking it back. */
@Injectable()
export class RemindPreviewQuery {
  constructor(
    private readonly acts: Acts,
    private readonly poster: TurnPoster,
  ) {}

  async execute({ compilationId, actor }: Who, ids: string[]): Promise<RemindPreview> {
    const order = { compilationId, actor, type: remindNow.name };
    const { result } = await this.acts.preview(order, async (act) => {
      const { turns, left } = await choose(act, ids);
      const mailIds = await this.poster.send(act, turns);
      const mails = await act.tx.find(Mail, { where: { id: In(mailIds) }, order: { id: 'ASC' } });
      return { mails, left };
    });
    return result;
  }
}

async function choose(act: Act, ids: string[]): Promise<{ turns: Turn[]; left: NotReminded[] }> {
  const { suspendedAt } = await findCompilation(act.tx, act.compilationId);
  if (suspendedAt !== null) throw new SuspendedNow();
  const chosen = new Set(ids);
  const open = (await loadOpenObligations(act.tx, act.compilationId)).filter(({ obligation }) =>
    chosen.has(obligation.id),
  );
  const reasons = new Map<string, string>();
  const turns = open.flatMap((one) => {
    const turn = turnFor(one, act.now);
    if (typeof turn !== 'string') return turn;
    reasons.set(one.obligation.id, turn);
    return [];
  });
  const reminded = new Set(turns.map((turn) => turn.open.obligation.id));
  const others = ids.filter((id) => !reminded.has(id));
  return { turns, left: await notReminded(act, others, reasons) };
}

/** The turn of the day, or why there is none. */
function turnFor(open: OpenObligation, now: number): Turn[] | string {
  const day = Number(dateOf(now).replaceAll('-', ''));
  if ([...open.registered].some((key) => key.endsWith(`:${byHand}:${day}`))) return '今天已经催过，不再重复';
  const liaisons = open.contacts.filter(({ role }) => role === 'liaison');
  if (liaisons.length === 0) return '名册中没有登记联络员，请先在名册中补登';
  const late = isLate(now, open.obligation.effectiveAt);
  const rung: Rung = {
    key: byHand,
    title: byHandTitle,
    offsetWorkingDays: late ? 1 : 0,
    template: late ? 'overdue' : 'reminder',
    audience: ['liaison'],
  };
  // The number is the day: the register then keeps two hands from reminding twice on it.
  return liaisons.map((contact) => ({ open, contact, occurrence: { rung, number: day, dueAt: now } }));
}

async function notReminded(act: Act, ids: string[], reasons: Map<string, string>): Promise<NotReminded[]> {
  if (ids.length === 0) return [];
  const found = await findObligations(act.tx, act.compilationId, { ids });
  const names = new Map((await findUnits(act.tx)).map(({ id, name }) => [id, name]));
  return found.map(({ id, unitId }) => ({
    obligationId: id,
    unitName: names.get(unitId) ?? '',
    reason: reasons.get(id) ?? '已经报送或者已经了结，不需要提醒',
  }));
}
