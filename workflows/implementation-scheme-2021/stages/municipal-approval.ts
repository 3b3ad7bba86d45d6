import { schemeSetup } from '../setup.js';
import { freeze, needs, needsDraft } from '../steps.js';

/** 报批（四、（三）2）: the packet goes to the municipal government, which may return it. */
export const municipalApproval = schemeSetup.createStateConfig({
  id: 'municipalApproval',
  initial: 'assembling',
  states: {
    assembling: {
      on: {
        submitPacket: {
          guard: needs(
            'lateOpinionsSettled',
            'adoptionsInText',
            'packetComplete',
            'packetFinished',
            'partyCommitteeReported',
          ),
          target: 'submitted',
          actions: [{ type: 'countRound', params: { of: 'packet' } }, { type: 'sealPacket' }],
        },
      },
    },
    submitted: {
      on: {
        returnPacket: {
          guard: needs('municipalReturnRecorded'),
          target: 'reworking',
          actions: [{ type: 'reopenDraft', params: { version: '报批稿' } }],
        },
        approvePacket: {
          guard: needs('municipalApprovalRecorded'),
          target: 'approved',
          actions: [{ type: 'reopenDraft', params: { version: '发布稿' } }],
        },
      },
    },
    reworking: {
      on: {
        completeReworkedApprovalDraft: {
          guard: needsDraft('报批稿', 'municipalChangesTraced', 'adoptionsInText'),
          target: 'assembling',
          actions: freeze('报批稿'),
        },
      },
    },
    approved: {
      on: {
        publishScheme: {
          guard: needsDraft('发布稿', 'feedbackPublished'),
          target: '#published',
          actions: [...freeze('发布稿'), { type: 'announcePublication' }, { type: 'endTimers' }],
        },
      },
    },
  },
});
