import { stageSetup } from '../setup.js';
import { freeze, needsDraft, reopen } from '../steps.js';
import { type DraftWords } from './stage.js';

/** The draft is written; `next` is the version that is worked on then. */
export const drafting = (
  { events, versions }: DraftWords,
  { then, next, also = [] }: { then: string; next?: string; also?: readonly string[] },
) =>
  stageSetup.createStateConfig({
    on: {
      [events.complete]: {
        guard: needsDraft(versions.written, ...also),
        target: then,
        actions: [...freeze(versions.written), ...(next === undefined ? [] : [reopen(next)])],
      },
    },
  });
