import { type EntityManager } from 'typeorm';
import { type CalendarDate, checkHappened, dateOf, formatDate, type HappenedOn } from '../calendar/index.js';
import { positionOf } from '../engine/index.js';
import { LedgerEntry } from '../ledger/index.js';
import { type Instant, InvalidInput, Refusal } from '../platform/index.js';
import { approveStage } from '../../workflows/index.js';
import { type ProcedureContent, type ProcedureKind } from './procedure-kinds.js';

class NotSubmittedYet extends Refusal {
  constructor() {
    super(
      'not-submitted',
      '报批材料还没有报市政府，不能登记市政府的决定；请先在总览办理“报市政府审批”。',
      409,
    );
  }
}

interface Scope {
  tx: EntityManager;
  compilationId: string;
  now: Instant;
}

type Contents = { [K in ProcedureKind]: ProcedureContent<K> };

/** The days that a record tells of, in the order in which they must have come. */
const daysOf: {
  [K in ProcedureKind]: (content: Contents[K], scope: Scope) => Promise<(HappenedOn | null)[]>;
} = {
  evaluation: ({ completedOn }) => one('评估完成日期', completedOn),
  riskAssessment: ({ completedOn }) => one('风险评估完成日期', completedOn),
  fairCompetitionReview: ({ completedOn }) => one('公平竞争审查完成日期', completedOn),
  partyCommitteeReport: ({ reportedOn }) => one('请示报告日期', reportedOn),
  async legalityReview({ sentOn, returnedOn, conclusion }) {
    if (conclusion !== null && returnedOn === null)
      throw new InvalidInput(
        '审查意见已经登记，还须填写意见的回复日期，以表明审查不少于7个工作日。',
        'return-day-missing',
      );
    if (conclusion === null && returnedOn !== null)
      throw new InvalidInput('填写了意见的回复日期，还须登记审查结论。', 'conclusion-missing');
    return [
      { title: '送审日期', on: sentOn },
      returnedOn === null ? null : { title: '意见回复日期', on: returnedOn },
    ];
  },
  async municipalDecision({ decidedOn }, { tx, compilationId }) {
    const submitted = await submittedOn(tx, compilationId);
    if (submitted === null) throw new NotSubmittedYet();
    return [
      { title: '报市政府审批的日期', on: submitted },
      { title: '市政府决定日期', on: decidedOn },
    ];
  },
};

const one = async (title: string, on: CalendarDate): Promise<HappenedOn[]> => [{ title, on }];

/** @throws DayContradicts, InvalidInput, NotSubmittedYet */
export async function checkDays<K extends ProcedureKind>(
  kind: K,
  content: ProcedureContent<K>,
  scope: Scope,
): Promise<void> {
  checkHappened(await daysOf[kind](content as Contents[K], scope), scope.now);
  if (kind === 'municipalDecision') checkNumber(content as Contents['municipalDecision']);
}

/** A document is not numbered in a later year than it was decided. */
function checkNumber({ approvalNumber, decidedOn }: Contents['municipalDecision']): void {
  const year = /〔(\d{4})〕/.exec(approvalNumber ?? '')?.[1];
  if (year !== undefined && year > decidedOn.slice(0, 4)) {
    throw new InvalidInput(
      `批准文号${approvalNumber ?? ''}的年份晚于决定日期${formatDate(decidedOn)}；请核对。`,
      'number-contradicts',
    );
  }
}

/** The day on which the packet was last submitted; the ledger knows it whatever became of it since. */
async function submittedOn(tx: EntityManager, compilationId: string): Promise<CalendarDate | null> {
  const position = await positionOf(tx, compilationId);
  if (position.standsIn(approveStage, 'submitted')) return dateOf(position.since);
  const submitting = position.events(approveStage, 'submit');
  const type = 'compilation.advanced';
  const steps = await tx.find(LedgerEntry, { where: { compilationId, type }, order: { seq: 'DESC' } });
  const submitted = steps.find(({ payload }) =>
    submitting.includes((JSON.parse(payload) as { step?: string }).step ?? ''),
  );
  return submitted === undefined ? null : dateOf(submitted.at);
}
