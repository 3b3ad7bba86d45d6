import { stageSetup } from '../setup.js';
import { freeze, needs, needsDraft, reopen } from '../steps.js';
import { type ApproveWords } from './stage.js';

type StateConfig = ReturnType<typeof stageSetup.createStateConfig>;

/** The packet goes out, may be returned, and is approved; `approved` is what follows then. */
export function approving(
  { events, versions }: ApproveWords,
  {
    id,
    approved,
    before = [],
    also = [],
  }: {
    id: string;
    approved: StateConfig;
    /** Asked of the submission before its own requirements. */
    before?: readonly string[];
    also?: readonly string[];
  },
) {
  return stageSetup.createStateConfig({
    id,
    initial: 'assembling',
    states: {
      assembling: {
        on: {
          [events.submit]: {
            guard: needs(...before, 'packetComplete', 'packetFinished', 'partyCommitteeReported'),
            target: 'submitted',
            actions: [{ type: 'countRound', params: { of: 'packet' } }, { type: 'sealPacket' }],
          },
        },
      },
      submitted: {
        tags: ['sealed'],
        on: {
          [events.sendBack]: {
            guard: needs('municipalReturnRecorded'),
            target: 'reworking',
            actions: [reopen(versions.submitted)],
          },
          [events.approve]: {
            guard: needs('municipalApprovalRecorded'),
            target: 'approved',
            actions: [reopen(versions.next)],
          },
        },
      },
      reworking: {
        on: {
          [events.completeRework]: {
            guard: needsDraft(versions.submitted, 'municipalChangesTraced', ...also),
            target: 'assembling',
            actions: freeze(versions.submitted),
          },
        },
      },
      approved: { tags: ['sealed'], ...approved },
    },
  });
}
