import { defineStage, type StageWords } from '../../kit/stage.js';
import * as requirements from './requirements.js';

export interface DraftWords extends StageWords {
  events: { complete: string };
  deadlines: { due: string };
  versions: { written: string };
}

/** 编撰: the drafting group writes the first draft. */
export const draftStage = defineStage<DraftWords>()({
  name: 'draft',
  title: '编撰',
  requirements,
  places: {
    draftReady: 'draft',
    evaluationOnFile: 'evaluation',
    materialsTraced: 'sources',
    basisAligned: 'alignment',
  },
  intents: ['freezeDraft', 'reopenDraft'],
  states: [],
});
