import { type AuditedTable, auditTable } from '../engine/index.js';
import { DeadlineChange } from './deadline-change.entity.js';
import { ExtensionRequest } from './extension-request.entity.js';
import { Obligation } from './obligation.entity.js';

export const obligationTables: AuditedTable[] = [
  auditTable(Obligation, { title: '报送任务' }),
  auditTable(DeadlineChange, { title: '期限变更' }),
  auditTable(ExtensionRequest, { title: '延期申请' }),
];
