export {
  Act,
  type AskedJob,
  type Effect,
  type ForeseenMail,
  type TransitionRecord,
  type Outcome,
} from './act.js';
export { type ActOrder, Acts } from './acts.js';
export { answer, reactTo } from './answer.js';
export { type ActPreview, ActRunner } from './act-runner.js';
export { fieldsOf, inAddress, inputWithout } from './act-input.js';
export {
  type ActDefinition,
  type ActFile,
  actNamed,
  type AnyAct,
  declaredActs,
  defineAct,
  type Given,
  requireUpload,
  type ResultOf,
  type Sent,
  type Who,
} from './define-act.js';
export { Chart, definitionOf, ship, shippedCharts, shippedPlans } from './chart.js';
export { Engine, type GateView } from './engine.js';
export { type AfterEnd, CompilationEnded } from './life.js';
export { GateRefusal, StepNotOffered } from './engine.errors.js';
export { correctionReason, RecordInUse, withdrawRow } from './corrections.js';
export { type FactScope, type FactSource, type IntentScope, Ports, type Reaction } from './ports.js';
export { planOf, Position, positionOf } from './position.js';
export { mainPath, placeOn, type Stop } from './main-path.js';
export { checkReplay, type ReplayVerdict } from './replay-check.js';
export { replayLedger, type ReplayedSnapshots } from './replay.js';
export { KeyReused, KeyUnderWay, KeyUnfit } from './once/once.errors.js';
export { type Once, OnceOnly } from './once/once.js';
export { RequestKey } from './once/request-key.entity.js';
export { type KeyedRequest, RequestKeys } from './once/request-keys.js';
export { auditRows, type RowAudit, type RowFinding, type RowsVerdict } from './row-audit.js';
export { type AuditedTable, auditTable } from './rows/audited-table.js';
export { mailAudit } from './mail-audit.js';
export { WorkflowInstance } from './workflow-instance.entity.js';
export { WithdrawnRecord } from './withdrawn-record.entity.js';
