import { stageSetup } from '../setup.js';
import { needs, reopen } from '../steps.js';
import { type CollectWords } from './stage.js';

/** Materials are in, or waived; then the first draft is opened. */
export const collecting = ({ events, versions }: CollectWords, { then }: { then: string }) =>
  stageSetup.createStateConfig({
    on: {
      [events.close]: { guard: needs('materialsSettled'), target: then, actions: [reopen(versions.opens)] },
    },
  });
