import { defineStage, type StageWords } from '../../kit/stage.js';

export interface PublishWords extends StageWords {
  events: { publish: string };
  deadlines: { due: string };
  versions: { published: string };
}

/** 发布: the text as approved is published. */
export const publishStage = defineStage<PublishWords>()({
  name: 'publish',
  title: '发布',
  requirements: {},
  places: {},
  intents: ['announcePublication'],
  states: [],
});
