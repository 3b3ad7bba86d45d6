import { implementationScheme2021 } from './implementation-scheme-2021/index.js';
import { type WorkflowDefinition } from './kit/definition.js';
import { obligationWorkflow, obligationWorkflow1 } from './obligation/index.js';
import { opinionWorkflow } from './opinion/index.js';

export * from './kit/definition.js';
export * from './kit/places.js';
export * from './kit/plan.js';
export * from './kit/plan-faults.js';
export * from './kit/requirement.js';
export * from './kit/stage.js';
export * from './kit/timeline.js';
export * from './kit/walk.js';
export * from './obligation/index.js';
export * from './opinion/index.js';
export * from './stages/index.js';

/** Every released definition; a running instance finds the version it began with here. */
export const definitions: readonly WorkflowDefinition[] = [
  implementationScheme2021,
  obligationWorkflow1,
  obligationWorkflow,
  opinionWorkflow,
];
