import { schemeSetup } from '../setup.js';
import { freeze, needs, needsDraft } from '../steps.js';

/** 全社会征求意见（四、（二）1）: published, closed by its timer, every opinion disposed of. */
export const publicConsultation = schemeSetup.createStateConfig({
  id: 'publicConsultation',
  initial: 'preparing',
  states: {
    preparing: {
      on: {
        openConsultation: {
          guard: needs('consultationNoticeReady', 'consultationPeriodLongEnough'),
          target: 'open',
          actions: [
            { type: 'countRound', params: { of: 'consultation' } },
            { type: 'issueObligations', params: { kind: 'reply', deadlineKey: 'unitRepliesDue' } },
            { type: 'openConsultation' },
            {
              type: 'scheduleTimer',
              params: { event: 'closeConsultation', deadlineKey: 'consultationCloses' },
            },
          ],
        },
      },
    },
    open: {
      on: {
        extendConsultation: {
          guard: needs('reasonGiven', 'consultationPeriodLongEnough'),
          actions: [
            { type: 'cancelTimer', params: { event: 'closeConsultation' } },
            {
              type: 'scheduleTimer',
              params: { event: 'closeConsultation', deadlineKey: 'consultationCloses' },
            },
            { type: 'announceExtension' },
          ],
        },
        closeConsultation: {
          guard: needs('consultationPeriodOver'),
          target: 'disposing',
          actions: [{ type: 'closeConsultation' }, { type: 'reopenDraft', params: { version: '论证稿' } }],
        },
      },
    },
    disposing: {
      on: {
        reworkConsultationDraft: {
          guard: needs('reasonGiven'),
          target: '#researching',
          actions: [
            { type: 'endObligations', params: { kind: 'reply' } },
            { type: 'reopenDraft', params: { version: '征求意见稿' } },
          ],
        },
        completeAppraisalDraft: {
          guard: needsDraft('论证稿', 'opinionsSettled', 'adoptionsInText', 'unitRepliesIn'),
          target: '#expertReview',
          actions: [
            { type: 'endObligations', params: { kind: 'reply' } },
            ...freeze('论证稿'),
            { type: 'publishFeedback' },
          ],
        },
      },
    },
  },
});
