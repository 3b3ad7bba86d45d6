import { type PlanDefinition } from '../kit/plan.js';
import { requirementsNamed } from '../kit/walk.js';
import { draftVersions } from './draft-versions.js';
import { schemeMachine } from './machine.js';
import { schemeDocuments } from './documents.js';
import { schemeMeetings } from './meetings.js';
import { schemeParts } from './parts.js';
import { schemeSendsBack } from './sends-back.js';
import { schemeTimeline } from './timeline.js';
import { eventTitles, stateTitles } from './titles.js';

export { schemeTimeline } from './timeline.js';

export const implementationScheme2021: PlanDefinition = {
  id: 'implementation-scheme-2021@1',
  title: '《质量强国建设纲要上海实施方案》编制',
  machine: schemeMachine,
  requirements: requirementsNamed(schemeMachine, schemeParts),
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
  wrapper: 'underway',
  parts: schemeParts,
  timeline: schemeTimeline,
  versions: draftVersions,
  sendsBack: schemeSendsBack,
  targetYears: [2025, 2035],
  meetings: schemeMeetings,
  documents: schemeDocuments,
  migrateFrom: {},
};
