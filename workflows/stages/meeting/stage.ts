import { defineStage, type StageWords } from '../../kit/stage.js';

/** What every meeting shares. */
export const meetingStage = defineStage<StageWords>()({
  name: 'meeting',
  title: '会议',
  requirements: {},
  places: {},
  intents: ['inviteMeeting'],
  states: [],
});
