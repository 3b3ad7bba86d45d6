import { defineStage, type StageWords } from '../../kit/stage.js';
import * as requirements from './requirements.js';

export interface CourseWords extends StageWords {
  events: { start: string; suspend: string; resume: string; terminate: string };
  deadlines: Record<never, string>;
  versions: Record<never, string>;
}

/** of every plan: it is started, may be suspended and resumed, and ends. */
export const courseStage = defineStage<CourseWords>()({
  name: 'course',
  title: '编制全程',
  requirements,
  places: {
    noticeRegistered: 'documentNumber',
    rosterReady: 'roster',
    draftingGroupFormed: 'draftingGroup',
    timelineComplete: 'timeline',
    deadlinesRenewed: 'renewedDeadlines',
    reasonGiven: null,
  },
  intents: [
    'issueObligations',
    'endObligations',
    'scheduleTimer',
    'cancelTimer',
    'beginDigests',
    'announceSuspension',
    'announceResumption',
    'announceTermination',
    'holdTimers',
    'releaseTimers',
    'endTimers',
  ],
  states: [],
});
