import { type CalendarShelf, dateOf } from '../calendar/index.js';
import { latestFrozen } from '../drafts/index.js';
import { answer, type FactScope, type FactSource, positionOf } from '../engine/index.js';
import {
  approveStage,
  type ChangesFacts,
  type LegalityFacts,
  type PlenaryArrangedFacts,
  type PlenaryHeldFacts,
  plenaryStage,
} from '../../workflows/index.js';
import { plenaryAttendance } from './attendance.js';
import { currentMeeting, nextMeeting, pointFacts } from './facts.js';
import { legalityFacts } from './legality.js';
import { findInvitees } from './review.repository.js';

/** What the plenary, its resolution and the municipal government's return answer to the gates of 审议报批. */
export function plenaryFacts(shelf: CalendarShelf): FactSource[] {
  return [
    answer(plenaryStage, 'plenaryArranged', async (scope): Promise<PlenaryArrangedFacts> => {
      const meeting = await nextMeeting(scope, 'plenary');
      if (meeting === null) return { heldOn: null, invited: 0 };
      const invited = (await findInvitees(scope.tx, meeting.id)).length;
      return { heldOn: dateOf(meeting.startsAt), invited };
    }),
    answer(plenaryStage, 'legalityReviewed', async (scope): Promise<LegalityFacts> => {
      const { tx, compilationId } = scope;
      return legalityFacts(tx, compilationId, await shelf.load(tx), await nextMeeting(scope, 'plenary'));
    }),
    answer(plenaryStage, 'plenaryHeld', heldFacts),
    answer(plenaryStage, 'plenaryResolutionPasses', heldFacts),
    answer(plenaryStage, 'plenaryResolutionReturns', heldFacts),
    answer(plenaryStage, 'plenaryChangesTraced', async (scope): Promise<ChangesFacts> => {
      const meeting = await currentMeeting(scope, 'plenary');
      const asksForChanges = meeting?.conclusion === '修改后通过' || meeting?.conclusion === '退回';
      return changesFacts(scope, 'plenary', meeting?.draftVersionId ?? null, asksForChanges);
    }),
    answer(approveStage, 'municipalChangesTraced', async (scope) => {
      const { submitted } = (await positionOf(scope.tx, scope.compilationId)).words(approveStage).versions;
      const returned = await latestFrozen(scope.tx, scope.compilationId, submitted);
      return changesFacts(scope, 'municipal', returned?.id ?? null, true);
    }),
  ];
}

async function heldFacts(scope: FactScope): Promise<PlenaryHeldFacts> {
  const { tx, compilationId } = scope;
  const meeting = await currentMeeting(scope, 'plenary');
  if (meeting?.heldAt == null) return { heldOn: null, present: 0, resolution: null };
  const attendance = await plenaryAttendance(tx, compilationId, await findInvitees(tx, meeting.id));
  return { heldOn: dateOf(meeting.heldAt), ...attendance, resolution: meeting.conclusion };
}

async function changesFacts(
  scope: FactScope,
  kind: 'plenary' | 'municipal',
  draftVersionId: string | null,
  pointsExpected: boolean,
): Promise<ChangesFacts> {
  const { points, unanswered, unfounded } = await pointFacts(scope, kind, draftVersionId);
  return { points, untraced: unanswered, unfounded, pointsExpected };
}
