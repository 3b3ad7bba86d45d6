import { defineStage, type StageWords } from '../../kit/stage.js';
import * as requirements from './requirements.js';

export interface ExpertReviewWords extends StageWords {
  events: { convene: string; pass: string; repeat: string; completeRework: string; complete: string };
  deadlines: { material: string; meeting: string };
  versions: { discussed: string; next: string };
}

/** 专家论证: a meeting whose every point is answered; it may ask for a second review. */
export const expertReviewStage = defineStage<ExpertReviewWords>()({
  name: 'expertReview',
  title: '专家论证',
  requirements,
  places: {
    expertMeetingArranged: 'expertReviewMeeting',
    expertMeetingHeld: 'expertAttendance',
    expertConclusionPasses: 'expertConclusion',
    expertConclusionRepeats: 'expertConclusion',
    conflictsDeclared: 'declarations',
    expertOpinionsSigned: 'signatures',
    expertPointsAnswered: 'expertPoints',
  },
  intents: [],
  states: ['preparing', 'convened', 'reworking', 'revising'],
});
