import { schemeSetup } from '../setup.js';
import { freeze, needs, needsDraft } from '../steps.js';

/** 起草编制阶段（四、（一））: materials in, first draft, research visits. */
export const drafting = schemeSetup.createStateConfig({
  initial: 'collectingMaterials',
  states: {
    collectingMaterials: {
      on: {
        closeMaterials: {
          guard: needs('materialsSettled'),
          target: 'composing',
          actions: [{ type: 'reopenDraft', params: { version: '初稿' } }],
        },
      },
    },
    composing: {
      on: {
        completeFirstDraft: {
          guard: needsDraft('初稿', 'evaluationOnFile', 'materialsTraced'),
          target: 'researching',
          actions: [...freeze('初稿'), { type: 'reopenDraft', params: { version: '征求意见稿' } }],
        },
      },
    },
    researching: {
      id: 'researching',
      on: {
        completeConsultationDraft: {
          guard: needsDraft('征求意见稿', 'visitsLogged', 'basisAligned'),
          target: '#publicConsultation',
          actions: freeze('征求意见稿'),
        },
      },
    },
  },
});
