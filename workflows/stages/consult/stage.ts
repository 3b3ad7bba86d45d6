import { defineStage, type StageWords } from '../../kit/stage.js';
import * as requirements from './requirements.js';

export interface ConsultWords extends StageWords {
  events: { open: string; extend: string; close: string; rework: string; complete: string };
  deadlines: { opens: string; closes: string; replies: string };
  versions: { consulted: string; next: string };
}

/** 征求意见: published, closed by its timer, every opinion disposed of. */
export const consultStage = defineStage<ConsultWords>()({
  name: 'consult',
  title: '征求意见',
  requirements,
  places: {
    consultationNoticeReady: 'notice',
    consultationPeriodLongEnough: 'noticePeriod',
    consultationPeriodOver: 'publishedNotice',
    opinionsSettled: 'opinions',
    lateOpinionsSettled: 'opinions',
    adoptionsInText: 'adoptions',
    unitRepliesIn: 'replies',
    feedbackPublished: 'feedback',
  },
  intents: ['openConsultation', 'announceExtension', 'closeConsultation', 'publishFeedback'],
  states: ['preparing', 'open', 'disposing'],
});
