import { type AuditedTable, auditTable } from '../engine/index.js';
import { Expert } from './expert.entity.js';
import { LeadingGroupMember } from './leading-group-member.entity.js';
import { Unit } from './unit.entity.js';

/** Names and seats that tables and packets print; not how people are reached. */
export const directoryTables: AuditedTable[] = [
  auditTable(Unit, { title: '单位', call: ({ name }) => name, belongsBy: null }),
  auditTable(LeadingGroupMember, {
    title: '领导小组成员',
    call: ({ organisation, post }) => `${organisation}${post}`,
    belongsBy: null,
    except: ['address'],
  }),
  auditTable(Expert, { title: '专家', belongsBy: null, except: ['name', 'address'] }),
];
