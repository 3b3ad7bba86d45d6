export { Act, type TransitionRecord } from './act.js';
export { type ActOrder, Acts } from './acts.js';
export { Chart, definitionOf } from './chart.js';
export { Engine, type GateView, type Outcome } from './engine.js';
export { GateRefusal, StepNotOffered } from './engine.errors.js';
export { type FactScope, type FactSource, type IntentScope, Ports, type Reaction } from './ports.js';
export { checkReplay, type ReplayVerdict } from './replay-check.js';
export { replayLedger, type ReplayedSnapshots } from './replay.js';
export { WorkflowInstance } from './workflow-instance.entity.js';
