import { schemeSetup } from '../setup.js';
import { freeze, needs, needsDraft } from '../steps.js';

/** 领导小组全体会议审议（四、（三）1）; it may return the text. */
export const plenary = schemeSetup.createStateConfig({
  id: 'plenary',
  initial: 'preparing',
  states: {
    preparing: {
      on: {
        convenePlenary: {
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
        passPlenary: {
          guard: needs('plenaryHeld', 'plenaryResolutionPasses'),
          target: 'revising',
          actions: [{ type: 'reopenDraft', params: { version: '报批稿' } }],
        },
        returnFromPlenary: {
          guard: needs('plenaryHeld', 'plenaryResolutionReturns'),
          target: 'reworking',
          actions: [{ type: 'reopenDraft', params: { version: '送审稿' } }],
        },
      },
    },
    reworking: {
      on: {
        completeReworkedReviewDraft: {
          guard: needsDraft('送审稿', 'plenaryChangesTraced', 'adoptionsInText'),
          target: 'preparing',
          actions: freeze('送审稿'),
        },
      },
    },
    revising: {
      on: {
        completeApprovalDraft: {
          guard: needsDraft(
            '报批稿',
            'plenaryResolutionPasses',
            'plenaryChangesTraced',
            'disagreementsClosed',
            'adoptionsInText',
          ),
          target: '#municipalApproval',
          actions: freeze('报批稿'),
        },
        // A resolution that was entered wrongly is corrected until the version follows; the text then goes back.
        returnFromPlenary: {
          guard: needs('plenaryHeld', 'plenaryResolutionReturns'),
          target: 'reworking',
          actions: [{ type: 'reopenDraft', params: { version: '送审稿' } }],
        },
      },
    },
  },
});
