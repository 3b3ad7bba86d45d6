import { stageSetup } from '../setup.js';
import { freeze, needsDraft } from '../steps.js';
import { type VisitWords } from './stage.js';

/** The draft that goes out rests on visits. */
export const visiting = (
  { events, versions }: VisitWords,
  { id, then, also = [] }: { id?: string; then: string; also?: readonly string[] },
) =>
  stageSetup.createStateConfig({
    ...(id === undefined ? {} : { id }),
    on: {
      [events.complete]: {
        guard: needsDraft(versions.written, 'visitsLogged', ...also),
        target: then,
        actions: freeze(versions.written),
      },
    },
  });
