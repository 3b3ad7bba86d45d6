import { stageSetup } from '../setup.js';
import { freeze, needs, needsDraft, reopen } from '../steps.js';
import { type PlenaryWords } from './stage.js';

interface Way {
  id: string;
  then: string;
  /** The version that is worked on afterwards, where the next stage does not open its own. */
  opens?: string;
  also?: readonly string[];
}

/** The leading group's full meeting deliberates the text; it may return it. */
export function deliberating({ events, versions }: PlenaryWords, { id, then, opens, also = [] }: Way) {
  const back = {
    guard: needs('plenaryHeld', 'plenaryResolutionReturns'),
    target: 'reworking',
    actions: [reopen(versions.discussed)],
  };
  return stageSetup.createStateConfig({
    id,
    initial: 'preparing',
    states: {
      preparing: {
        on: {
          [events.convene]: {
            guard: needs(
              'plenaryArranged',
              'legalityReviewed',
              'riskAssessed',
              'fairCompetitionReviewed',
              'disagreementsHandled',
            ),
            target: 'convened',
            actions: [
              { type: 'countRound', params: { of: 'plenary' } },
              { type: 'inviteMeeting', params: { kind: 'plenary' } },
            ],
          },
        },
      },
      convened: {
        on: {
          [events.pass]: {
            guard: needs('plenaryHeld', 'plenaryResolutionPasses'),
            target: 'revising',
            actions: [reopen(versions.next)],
          },
          [events.sendBack]: back,
        },
      },
      reworking: {
        on: {
          [events.completeRework]: {
            guard: needsDraft(versions.discussed, 'plenaryChangesTraced', ...also),
            target: 'preparing',
            actions: freeze(versions.discussed),
          },
        },
      },
      revising: {
        on: {
          [events.complete]: {
            guard: needsDraft(
              versions.next,
              'plenaryResolutionPasses',
              'plenaryChangesTraced',
              'disagreementsClosed',
              ...also,
            ),
            target: then,
            actions: [...freeze(versions.next), ...(opens === undefined ? [] : [reopen(opens)])],
          },
          // A resolution that was entered wrongly is corrected until the version follows; the text then goes back.
          [events.sendBack]: back,
        },
      },
    },
  });
}
