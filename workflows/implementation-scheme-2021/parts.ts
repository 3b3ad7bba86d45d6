import { take } from '../kit/stage.js';
import {
  approveStage,
  collectStage,
  consultStage,
  courseStage,
  draftStage,
  expertReviewStage,
  meetingStage,
  plenaryStage,
  publishStage,
  visitStage,
} from '../stages/index.js';
import { type SchemeDeadlineKey } from './timeline.js';
import { type DraftVersionName } from './draft-versions.js';
import { type SchemeEventType } from './events.js';

const named = <const E extends Record<string, SchemeEventType>>(events: E): E => events;
const dated = <const D extends Record<string, SchemeDeadlineKey>>(deadlines: D): D => deadlines;
const written = <const V extends Record<string, DraftVersionName>>(versions: V): V => versions;
const none = {};

/** What this plan calls the steps, dates and texts of its stages. */
export const courseWords = {
  state: '',
  events: named({
    start: 'startCompilation',
    suspend: 'suspendCompilation',
    resume: 'resumeCompilation',
    terminate: 'terminateCompilation',
  }),
  deadlines: none,
  versions: none,
};
export const collectWords = {
  state: 'drafting.collectingMaterials',
  events: named({ close: 'closeMaterials' }),
  deadlines: dated({ due: 'materialsDue' }),
  versions: written({ opens: '初稿' }),
};
export const draftWords = {
  state: 'drafting.composing',
  events: named({ complete: 'completeFirstDraft' }),
  deadlines: dated({ due: 'firstDraftDue' }),
  versions: written({ written: '初稿' }),
};
export const visitWords = {
  state: 'drafting.researching',
  events: named({ complete: 'completeConsultationDraft' }),
  deadlines: dated({ due: 'consultationDraftDue' }),
  versions: written({ written: '征求意见稿' }),
};
export const consultWords = {
  state: 'consulting.publicConsultation',
  events: named({
    open: 'openConsultation',
    extend: 'extendConsultation',
    close: 'closeConsultation',
    rework: 'reworkConsultationDraft',
    complete: 'completeAppraisalDraft',
  }),
  deadlines: dated({
    opens: 'consultationOpens',
    closes: 'consultationCloses',
    replies: 'unitRepliesDue',
  }),
  versions: written({ consulted: '征求意见稿', next: '论证稿' }),
};
export const expertReviewWords = {
  state: 'consulting.expertReview',
  events: named({
    convene: 'conveneExpertReview',
    pass: 'passExpertReview',
    repeat: 'requireSecondReview',
    completeRework: 'completeReworkedAppraisalDraft',
    complete: 'completeReviewDraft',
  }),
  deadlines: dated({ material: 'appraisalDraftDue', meeting: 'expertMeeting' }),
  versions: written({ discussed: '论证稿', next: '送审稿' }),
};
export const plenaryWords = {
  state: 'deliberating.plenary',
  events: named({
    convene: 'convenePlenary',
    pass: 'passPlenary',
    sendBack: 'returnFromPlenary',
    completeRework: 'completeReworkedReviewDraft',
    complete: 'completeApprovalDraft',
  }),
  deadlines: dated({ legality: 'legalityReviewEnds', meeting: 'plenary' }),
  versions: written({ discussed: '送审稿', next: '报批稿' }),
};
export const approveWords = {
  state: 'deliberating.municipalApproval',
  events: named({
    submit: 'submitPacket',
    sendBack: 'returnPacket',
    approve: 'approvePacket',
    completeRework: 'completeReworkedApprovalDraft',
  }),
  deadlines: dated({ due: 'packetDue' }),
  versions: written({ submitted: '报批稿', next: '发布稿' }),
};
export const publishWords = {
  state: 'deliberating.municipalApproval.approved',
  events: named({ publish: 'publishScheme' }),
  deadlines: dated({ due: 'publication' }),
  versions: written({ published: '发布稿' }),
};

export const schemeParts = [
  take(courseStage, courseWords),
  take(collectStage, collectWords),
  take(draftStage, draftWords),
  take(visitStage, visitWords),
  take(consultStage, consultWords),
  take(meetingStage, { state: '', events: none, deadlines: none, versions: none }),
  take(expertReviewStage, expertReviewWords),
  take(plenaryStage, plenaryWords),
  take(approveStage, approveWords),
  take(publishStage, publishWords),
];
