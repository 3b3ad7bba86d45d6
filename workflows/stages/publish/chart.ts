import { stageSetup } from '../setup.js';
import { freeze, needsDraft } from '../steps.js';
import { type PublishWords } from './stage.js';

/** The text is published and the plan has ended. */
export const publishing = (
  { events, versions }: PublishWords,
  { then, also = [] }: { then: string; also?: readonly string[] },
) =>
  stageSetup.createStateConfig({
    on: {
      [events.publish]: {
        guard: needsDraft(versions.published, ...also),
        target: then,
        actions: [...freeze(versions.published), { type: 'announcePublication' }, { type: 'endTimers' }],
      },
    },
  });
