import { answer, type FactScope, type FactSource } from '../engine/index.js';
import {
  collectStage,
  consultStage,
  type MaterialsFacts,
  type ReasonedFacts,
  type RepliesFacts,
  type SubmissionFacts,
} from '../../workflows/index.js';
import { unitNames } from './obligation-units.js';
import { type ObligationKind } from './obligation.entity.js';
import { isOutstanding } from './obligation-states.js';
import {
  findObligation,
  findObligations,
  latestRound,
  type StandingObligation,
} from './obligations.repository.js';
import { type SubmissionKinds } from './submission-kinds.js';

const mostSamples = 20;

async function latest({ tx, compilationId }: FactScope, kind: ObligationKind): Promise<StandingObligation[]> {
  return findObligations(tx, compilationId, { kind, round: await latestRound(tx, compilationId, kind) });
}

/** Names of a few of the units, the most pressing first. */
function sample(scope: FactScope, open: StandingObligation[]): Promise<string[]> {
  const urgency = (obligation: StandingObligation) => (isOutstanding(obligation.state) ? 0 : 1);
  const pressing = [...open].sort((a, b) => urgency(a) - urgency(b)).slice(0, mostSamples);
  return unitNames(
    scope.tx,
    pressing.map((obligation) => obligation.unitId),
  );
}

const materialsSettled: FactSource = answer(
  collectStage,
  'materialsSettled',
  async (scope): Promise<MaterialsFacts> => {
    const all = await latest(scope, 'material');
    const count = (...states: string[]) => all.filter(({ state }) => states.includes(state)).length;
    return {
      owed: all.length,
      accepted: count('accepted'),
      waived: count('waived'),
      notHandedIn: count('owed', 'drafting', 'unanswered'),
      toReview: count('submitted'),
      returned: count('returned'),
      units: await sample(
        scope,
        all.filter(({ state }) => !['accepted', 'waived'].includes(state)),
      ),
    };
  },
);

const unitRepliesIn: FactSource = answer(
  consultStage,
  'unitRepliesIn',
  async (scope): Promise<RepliesFacts> => {
    const all = await latest(scope, 'reply');
    const outstanding = all.filter(({ state }) => isOutstanding(state) || state === 'unanswered');
    return {
      sent: all.length,
      replied: all.filter(({ state }) => state === 'submitted' || state === 'accepted').length,
      waived: all.filter(({ state }) => state === 'waived').length,
      outstanding: outstanding.length,
      units: await sample(scope, outstanding),
    };
  },
);

/** What this room can say about the requirements of the drafting chart and of the obligation chart. */
export function obligationFacts(kinds: SubmissionKinds): FactSource[] {
  return [
    materialsSettled,
    unitRepliesIn,
    {
      answers: 'obligation/submissionComplete',
      async gather({ tx, compilationId, instanceId }): Promise<SubmissionFacts> {
        const obligation = await findObligation(tx, compilationId, instanceId);
        return kinds.of(obligation.kind).check(tx, obligation);
      },
    },
    {
      answers: 'obligation/returnReasoned',
      gather: ({ event }): Promise<ReasonedFacts> => Promise.resolve({ reason: event.reason ?? '' }),
    },
    {
      answers: 'obligation/revocationReasoned',
      gather: ({ event }): Promise<ReasonedFacts> => Promise.resolve({ reason: event.reason ?? '' }),
    },
    {
      answers: 'obligation/waiverReasoned',
      gather({ event }): Promise<ReasonedFacts & { approver: string }> {
        const { reason = '', approver = '' } = event as typeof event & { approver?: string };
        return Promise.resolve({ reason, approver });
      },
    },
  ];
}
