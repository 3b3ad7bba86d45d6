import { type WorkflowDefinition } from '../kit/definition.js';
import { schemeMachine } from './machine.js';
import { schemeRequirements } from './requirements/index.js';
import { schemeTimeline } from './timeline.js';
import { eventTitles, stateTitles } from './titles.js';

export * from './context.js';
export * from './draft-versions.js';
export * from './meeting-rules.js';
export type * from './requirements/index.js';
export * from './timeline.js';

export const implementationScheme2021: WorkflowDefinition = {
  id: 'implementation-scheme-2021@1',
  title: '《质量强国建设纲要上海实施方案》编制',
  machine: schemeMachine,
  requirements: schemeRequirements,
  eventTitles,
  stateTitles,
  mainLine: [
    'startCompilation',
    'closeMaterials',
    'completeFirstDraft',
    'completeConsultationDraft',
    'openConsultation',
    'closeConsultation',
    'completeAppraisalDraft',
    'conveneExpertReview',
    'passExpertReview',
    'completeReviewDraft',
    'convenePlenary',
    'passPlenary',
    'completeApprovalDraft',
    'submitPacket',
    'approvePacket',
    'publishScheme',
  ],
  timeline: schemeTimeline,
  wrapper: 'underway',
};
