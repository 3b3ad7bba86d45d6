import { z } from 'zod';
import {
  type CalendarDate,
  calendarDateSchema,
  CalendarShelf,
  formatDeadline,
  isLate,
} from '../calendar/index.js';
import { findDeadline } from '../compilation/index.js';
import { findUnit } from '../directory/index.js';
import { type Act, defineAct } from '../engine/index.js';
import { exampleId, lineInput, named, secretariat } from '../platform/index.js';
import { deadlineOn, type NewDeadline } from './change-deadline.js';
import { issueTo } from './issue-obligations.js';
import { AlreadyIssued, DeadlineAlreadyPast, NothingIssuedYet } from './obligations.errors.js';
import { findObligations, latestRound } from './obligations.repository.js';

/** Asks one more unit, entered in the roster after the others were asked (补发报送任务). */
export const issueObligation = defineAct({
  name: 'obligation.issued',
  title: '下达任务',
  summary: '向名册中新增的单位补发报送任务',
  may: secretariat,
  path: 'obligations',
  input: z.object({
    unitId: lineInput(64),
    kind: named(
      '任务',
      z.enum(['material', 'reply'], { error: '应为 material 或者 reply' }).default('material'),
    ),
    /** Without it the date of all the others. */
    until: named('报送至', calendarDateSchema.optional()),
  }),
  example: { unitId: exampleId, kind: 'material', until: '2021-08-06' },
  answer: z.object({ obligationId: z.string() }),
  status: 201,
  uses: { shelf: CalendarShelf },
  async perform(act, { unitId, kind, until }, { shelf }) {
    const { tx, compilationId } = act;
    const unit = await findUnit(tx, unitId);
    const round = await latestRound(tx, compilationId, kind);
    const issued = await findObligations(tx, compilationId, { kind, round });
    if (issued.length === 0) throw new NothingIssuedYet();
    if (issued.some((obligation) => obligation.unitId === unitId)) throw new AlreadyIssued(unit.name);
    const { deadlineKey } = issued[0];
    const deadline = await deadlineFor(act, deadlineKey, until, shelf);
    const issue = { kind, round, deadlineKey, ...deadline, datedIndividually: until !== undefined };
    const [obligationId] = await issueTo(act, [unitId], issue);
    act.note({ obligationId, unitId, kind, round });
    return { obligationId };
  },
});

/** Nobody is asked for something that was due yesterday. */
async function deadlineFor(
  act: Act,
  key: string,
  until: CalendarDate | undefined,
  shelf: CalendarShelf,
): Promise<NewDeadline> {
  const { nominal, effectiveAt, ruleText } =
    until === undefined
      ? await findDeadline(act.tx, act.compilationId, key)
      : deadlineOn(until, await shelf.load(act.tx));
  if (isLate(act.now, effectiveAt)) {
    throw new DeadlineAlreadyPast(formatDeadline({ nominal, effective: effectiveAt }, 'anyone'));
  }
  return { nominal, effectiveAt, ruleText };
}
