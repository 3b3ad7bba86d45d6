import { defineStage, type StageWords } from '../../kit/stage.js';
import * as requirements from './requirements.js';

export interface VisitWords extends StageWords {
  events: { complete: string };
  deadlines: { due: string };
  versions: { written: string };
}

/** 调研走访: industries, districts and enterprises are visited before the draft goes out. */
export const visitStage = defineStage<VisitWords>()({
  name: 'visit',
  title: '调研走访',
  requirements,
  places: { visitsLogged: 'visits' },
  intents: [],
  states: [],
});
