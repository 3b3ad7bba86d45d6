import { defineStage, type StageWords } from '../../kit/stage.js';
import * as requirements from './requirements.js';

export interface ApproveWords extends StageWords {
  events: { submit: string; sendBack: string; approve: string; completeRework: string };
  deadlines: { due: string };
  versions: { submitted: string; next: string };
}

/** 报批: the packet goes to whoever approves it, who may return it. */
export const approveStage = defineStage<ApproveWords>()({
  name: 'approve',
  title: '报批',
  requirements,
  places: {
    packetComplete: 'packet',
    packetFinished: 'unfinished',
    partyCommitteeReported: 'partyCommittee',
    municipalApprovalRecorded: 'approval',
    municipalReturnRecorded: 'return',
    municipalChangesTraced: 'returnChanges',
  },
  intents: ['sealPacket'],
  states: ['assembling', 'submitted', 'reworking', 'approved'],
});
