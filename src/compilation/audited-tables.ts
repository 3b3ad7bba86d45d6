import { type AuditedTable, auditTable, WithdrawnRecord } from '../engine/index.js';
import { Compilation, Deadline, DraftingGroupMember } from './compilation.entity.js';
import { Issue } from './issue.entity.js';
import { type ProcedureKind, procedureKinds } from './procedure-kinds.js';
import { ProcedureRecord } from './procedure-record.entity.js';

export const compilationTables: AuditedTable[] = [
  auditTable(Compilation, {
    title: '编制项目',
    call: ({ shortTitle }) => shortTitle,
    belongsBy: 'id',
    // Where the secretariat is reached: a person may stand behind it.
    except: ['contact'],
  }),
  auditTable(Deadline, { title: '时间安排', call: ({ title }) => title }),
  auditTable(DraftingGroupMember, {
    title: '起草工作组成员',
    call: ({ organisation, post }) => `${organisation}${post}`,
    except: ['address'],
  }),
  auditTable(Issue, { title: '重大问题、分歧意见', call: ({ title }) => title }),
  auditTable(ProcedureRecord, {
    title: '程序记录',
    call: ({ kind }) => (kind in procedureKinds ? procedureKinds[kind as ProcedureKind].title : kind),
  }),
  // What it held may name an expert.
  auditTable(WithdrawnRecord, { title: '撤回的记录', except: ['content'] }),
];
