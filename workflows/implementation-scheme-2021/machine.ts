import { schemeSetup } from './setup.js';
import { needs } from './steps.js';
import { drafting } from './stages/drafting.js';
import { expertReview } from './stages/expert-review.js';
import { municipalApproval } from './stages/municipal-approval.js';
import { plenary } from './stages/plenary.js';
import { publicConsultation } from './stages/public-consultation.js';

/**
 * The compilation of 《质量强国建设纲要上海实施方案》 after 沪质办〔2021〕4号，四. The secretariat starts it
 * (prepared → drafting): units hand in materials, the drafting group writes the first draft and visits industries,
 * districts and enterprises. The consultation draft is put before the public (consulting), then, revised, before
 * the experts; the plenary of the leading group deliberates the review draft (deliberating) and the packet goes to
 * the municipal government. Whoever reads the text may send it back: opinions to another consultation, experts to
 * a second review, the plenary and the government to a rework of the draft they read. At any time the
 * compilation may be suspended and resumed where it stood, or terminated.
 */
export const schemeMachine = schemeSetup.createMachine({
  id: 'implementation-scheme-2021',
  context: ({ input }) => ({
    decisionCatalogued: input.decisionCatalogued,
    draftVersion: null,
    consultationRound: 0,
    expertReviewRound: 0,
    plenaryRound: 0,
    packetRound: 0,
    suspended: false,
  }),
  initial: 'prepared',
  states: {
    prepared: {
      on: {
        startCompilation: {
          guard: needs('noticeRegistered', 'rosterReady', 'draftingGroupFormed', 'timelineComplete'),
          target: 'underway',
          actions: [
            { type: 'issueObligations', params: { kind: 'material', deadlineKey: 'materialsDue' } },
            { type: 'beginDigests' },
          ],
        },
      },
    },
    underway: {
      initial: 'drafting',
      on: {
        suspendCompilation: {
          guard: needs('reasonGiven'),
          target: 'suspended',
          actions: [
            { type: 'markSuspended', params: { suspended: true } },
            { type: 'holdTimers' },
            { type: 'announceSuspension' },
          ],
        },
        terminateCompilation: {
          guard: needs('reasonGiven'),
          target: 'terminated',
          actions: [{ type: 'endTimers' }, { type: 'announceTermination' }],
        },
      },
      states: {
        resumption: { type: 'history', history: 'deep' },
        drafting,
        consulting: {
          initial: 'publicConsultation',
          states: {
            publicConsultation,
            expertReview,
          },
        },
        deliberating: {
          initial: 'plenary',
          states: {
            plenary,
            municipalApproval,
          },
        },
      },
    },
    suspended: {
      on: {
        resumeCompilation: {
          guard: needs('deadlinesRenewed'),
          target: 'underway.resumption',
          actions: [
            { type: 'markSuspended', params: { suspended: false } },
            { type: 'releaseTimers' },
            { type: 'announceResumption' },
          ],
        },
        terminateCompilation: {
          guard: needs('reasonGiven'),
          target: 'terminated',
          actions: [{ type: 'endTimers' }, { type: 'announceTermination' }],
        },
      },
    },
    published: { id: 'published', type: 'final' },
    terminated: { type: 'final' },
  },
});
