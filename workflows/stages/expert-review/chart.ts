import { stageSetup } from '../setup.js';
import { freeze, needs, needsDraft, reopen } from '../steps.js';
import { type ExpertReviewWords } from './stage.js';

/** A meeting whose every point is answered; it may ask for a second review. */
export function reviewing(
  { events, versions }: ExpertReviewWords,
  { id, then, also = [] }: { id: string; then: string; also?: readonly string[] },
) {
  const again = {
    guard: needs('expertMeetingHeld', 'expertConclusionRepeats'),
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
            guard: needs('expertMeetingArranged'),
            target: 'convened',
            actions: [
              { type: 'countRound', params: { of: 'expertReview' } },
              { type: 'inviteMeeting', params: { kind: 'expertReview' } },
            ],
          },
        },
      },
      convened: {
        on: {
          [events.pass]: {
            guard: needs('expertMeetingHeld', 'expertConclusionPasses'),
            target: 'revising',
            actions: [reopen(versions.next)],
          },
          [events.repeat]: again,
        },
      },
      reworking: {
        on: {
          [events.completeRework]: {
            guard: needsDraft(versions.discussed, 'expertPointsAnswered', ...also),
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
              'expertMeetingHeld',
              'conflictsDeclared',
              'expertOpinionsSigned',
              'expertPointsAnswered',
              ...also,
            ),
            target: then,
            actions: freeze(versions.next),
          },
          // Opinions signed after the conclusion may turn it round; the text goes back from here as well.
          [events.repeat]: again,
        },
      },
    },
  });
}
