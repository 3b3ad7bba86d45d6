import { type EntityManager } from 'typeorm';
import {
  type CalendarDate,
  formatDeadline,
  isLate,
  workingDaysLeft,
  type WorkingCalendar,
} from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { categoryNames, type Unit, type UnitCategory } from '../directory/index.js';
import { type Instant } from '../platform/index.js';
import { obligationWorkflow } from '../../workflows/index.js';
import { type ObligationKind } from './obligation.entity.js';
import { type ObligationState, isOutstanding } from './obligation-states.js';
import { obligationTitle } from './obligation-title.js';
import { unitsById } from './obligation-units.js';
import { type StandingObligation } from './obligations.repository.js';

/** One obligation as lists, pages and commands show it. */
export interface ObligationRow {
  id: string;
  unitId: string;
  unitKey: string;
  unitName: string;
  category: UnitCategory;
  categoryTitle: string;
  kind: ObligationKind;
  title: string;
  round: number;
  state: ObligationState;
  stateTitle: string;
  nominal: CalendarDate;
  /** ISO 8601 in UTC, as are the other instants. */
  effective: string;
  /** “7月25日（星期日），顺延至7月26日（星期一）24:00” */
  deadlineText: string;
  rule: string;
  deadlineRevision: number;
  /** Today not counted; negative when late; null when nothing is outstanding. */
  workingDaysLeft: number | null;
  /** Outstanding after the effective instant. */
  late: boolean;
  /** 签收 */
  acknowledgedAt: string | null;
  extendedAt: string | null;
  handedInAt: string | null;
  handedInLate: boolean;
  settledAt: string | null;
  waiver: { reason: string; approver: string } | null;
  returnComments: string[];
  revision: number;
}

/** When lateness is judged: now, or the instant at which the compilation was suspended or ended. */
export interface Judgement {
  at: Instant;
  calendar: WorkingCalendar;
}

export async function toRows(
  reader: EntityManager,
  compilationId: string,
  obligations: StandingObligation[],
  judgement: Judgement,
): Promise<ObligationRow[]> {
  const { shortTitle } = await findCompilation(reader, compilationId);
  const units = await unitsById(reader);
  return obligations.flatMap((obligation) => {
    const unit = units.get(obligation.unitId);
    return unit === undefined ? [] : [toRow(obligation, unit, shortTitle, judgement)];
  });
}

function toRow(
  obligation: StandingObligation,
  unit: Unit,
  shortTitle: string,
  { at, calendar }: Judgement,
): ObligationRow {
  const { id, kind, round, state, nominal, effectiveAt, waiverReason, waiverApprover } = obligation;
  const outstanding = isOutstanding(state);
  return {
    id,
    unitId: unit.id,
    unitKey: unit.key,
    unitName: unit.name,
    category: unit.category,
    categoryTitle: categoryNames[unit.category].title,
    kind,
    title: obligationTitle({ shortTitle }, kind, unit.category),
    round,
    state,
    stateTitle: obligationWorkflow.stateTitles[state],
    nominal,
    effective: new Date(effectiveAt).toISOString(),
    deadlineText: formatDeadline({ nominal, effective: effectiveAt }, at),
    rule: obligation.ruleText,
    deadlineRevision: obligation.deadlineRevision,
    workingDaysLeft: outstanding ? workingDaysLeft(at, effectiveAt, calendar) : null,
    late: outstanding && isLate(at, effectiveAt),
    acknowledgedAt: isoOrNull(obligation.acknowledgedAt),
    extendedAt: isoOrNull(obligation.extendedAt),
    handedInAt: isoOrNull(obligation.handedInAt),
    handedInLate: obligation.handedInLate,
    settledAt: isoOrNull(obligation.settledAt),
    waiver: waiverReason === null ? null : { reason: waiverReason, approver: waiverApprover ?? '' },
    returnComments: obligation.returnComments ?? [],
    revision: obligation.revision,
  };
}

export const isoOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();
