import { defineStage, type StageWords } from '../../kit/stage.js';

/** What every meeting shares. */
export const meetingStage = defineStage<StageWords>()({
  name: 'meeting',
  requirements: {},
  places: {},
  intents: ['inviteMeeting'],
  states: [],
});
