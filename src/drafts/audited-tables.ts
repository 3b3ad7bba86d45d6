import { type AuditedTable, auditTable } from '../engine/index.js';
import { BasisDocument, RealignmentTask } from './basis.entity.js';
import { ClauseTrace } from './clause.entity.js';
import { DraftVersion } from './draft-version.entity.js';

export const draftTables: AuditedTable[] = [
  auditTable(DraftVersion, { title: '文稿版本', call: ({ name, revision }) => `${name}第${revision}次` }),
  auditTable(ClauseTrace, { title: '条款来源' }),
  auditTable(BasisDocument, { title: '依据文件', call: ({ title }) => title }),
  auditTable(RealignmentTask, { title: '对照任务', call: ({ title }) => title }),
];
