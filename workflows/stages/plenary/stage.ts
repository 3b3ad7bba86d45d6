import { defineStage, type StageWords } from '../../kit/stage.js';
import * as requirements from './requirements.js';

export interface PlenaryWords extends StageWords {
  events: { convene: string; pass: string; sendBack: string; completeRework: string; complete: string };
  deadlines: { legality: string; meeting: string };
  versions: { discussed: string; next: string };
}

/** 全体会议审议; it may return the text. */
export const plenaryStage = defineStage<PlenaryWords>()({
  name: 'plenary',
  title: '全体会议审议',
  requirements,
  places: {
    plenaryArranged: 'plenaryMeeting',
    legalityReviewed: 'legalityReview',
    riskAssessed: 'riskAssessment',
    fairCompetitionReviewed: 'fairCompetitionReview',
    disagreementsHandled: 'disagreements',
    disagreementsClosed: 'decisions',
    plenaryHeld: 'plenaryAttendance',
    plenaryResolutionPasses: 'resolution',
    plenaryResolutionReturns: 'resolution',
    plenaryChangesTraced: 'plenaryChanges',
  },
  intents: [],
  states: ['preparing', 'convened', 'reworking', 'revising'],
});
