import { Injectable } from '@nestjs/common';
import { type CalendarDate, CalendarShelf, formatDeadline, isLate } from '../calendar/index.js';
import { findDeadline } from '../compilation/index.js';
import { findUnit } from '../directory/index.js';
import { type Act, Acts } from '../engine/index.js';
import { type Actor, parseInput } from '../platform/index.js';
import { deadlineOn, type NewDeadline } from './change-deadline.js';
import { issueTo } from './issue-obligations.js';
import { issueSchema } from './obligations.dto.js';
import { AlreadyIssued, DeadlineAlreadyPast, NothingIssuedYet } from './obligations.errors.js';
import { findObligations, latestRound } from './obligations.repository.js';

/** Asks one more unit, entered in the roster after the others were asked (补发报送任务). */
@Injectable()
export class IssueObligationUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly shelf: CalendarShelf,
  ) {}

  /** @param input `{unitId, kind, until?: date}`; without `until` the date of all the others. */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<{ obligationId: string }> {
    const { unitId, kind, until } = parseInput(issueSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'obligation.issued' }, async (act) => {
      const unit = await findUnit(act.tx, unitId);
      const round = await latestRound(act.tx, compilationId, kind);
      const issued = await findObligations(act.tx, compilationId, { kind, round });
      if (issued.length === 0) throw new NothingIssuedYet();
      if (issued.some((obligation) => obligation.unitId === unitId)) throw new AlreadyIssued(unit.name);
      const { deadlineKey } = issued[0];
      const deadline = await this.deadline(act, deadlineKey, until);
      const issue = { kind, round, deadlineKey, ...deadline, datedIndividually: until !== undefined };
      const [obligationId] = await issueTo(act, [unitId], issue);
      act.note({ obligationId, unitId, kind, round });
      return { obligationId };
    });
  }

  /** Nobody is asked for something that was due yesterday. */
  private async deadline(act: Act, key: string, until: CalendarDate | undefined): Promise<NewDeadline> {
    const deadline =
      until === undefined
        ? await findDeadline(act.tx, act.compilationId, key)
        : deadlineOn(until, await this.shelf.load(act.tx));
    const { nominal, effectiveAt, ruleText } = deadline;
    if (isLate(act.now, effectiveAt)) {
      throw new DeadlineAlreadyPast(formatDeadline({ nominal, effective: effectiveAt }, 'anyone'));
    }
    return { nominal, effectiveAt, ruleText };
  }
}
