import { defineStage, type StageWords } from '../../kit/stage.js';
import * as requirements from './requirements.js';

export interface CollectWords extends StageWords {
  events: { close: string };
  deadlines: { due: string };
  versions: { opens: string };
}

/** 材料收集: units hand in what they owe. */
export const collectStage = defineStage<CollectWords>()({
  name: 'collect',
  title: '材料收集',
  requirements,
  places: { materialsSettled: 'materials' },
  intents: [],
  states: [],
});
