import { schemeSetup } from '../setup.js';
import { freeze, needs, needsDraft } from '../steps.js';

/** 专家论证（四、（二）2）: a meeting whose every point is answered; it may ask for a second review. */
export const expertReview = schemeSetup.createStateConfig({
  id: 'expertReview',
  initial: 'preparing',
  states: {
    preparing: {
      on: {
        conveneExpertReview: {
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
        passExpertReview: {
          guard: needs('expertMeetingHeld', 'expertConclusionPasses'),
          target: 'revising',
          actions: [{ type: 'reopenDraft', params: { version: '送审稿' } }],
        },
        requireSecondReview: {
          guard: needs('expertMeetingHeld', 'expertConclusionRepeats'),
          target: 'reworking',
          actions: [{ type: 'reopenDraft', params: { version: '论证稿' } }],
        },
      },
    },
    reworking: {
      on: {
        completeReworkedAppraisalDraft: {
          guard: needsDraft('论证稿', 'expertPointsAnswered', 'adoptionsInText'),
          target: 'preparing',
          actions: freeze('论证稿'),
        },
      },
    },
    revising: {
      on: {
        completeReviewDraft: {
          guard: needsDraft(
            '送审稿',
            'expertMeetingHeld',
            'conflictsDeclared',
            'expertOpinionsSigned',
            'expertPointsAnswered',
            'adoptionsInText',
          ),
          target: '#plenary',
          actions: freeze('送审稿'),
        },
        // Opinions signed after the conclusion may turn it round; the text goes back from here as well.
        requireSecondReview: {
          guard: needs('expertMeetingHeld', 'expertConclusionRepeats'),
          target: 'reworking',
          actions: [{ type: 'reopenDraft', params: { version: '论证稿' } }],
        },
      },
    },
  },
});
