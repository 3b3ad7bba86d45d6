import { type AuditedTable, auditTable } from '../engine/index.js';
import { ExplanationSection } from './explanation-section.entity.js';
import { PacketBuild } from './packet-build.entity.js';
import { PacketPass } from './packet-pass.entity.js';

export const packetTables: AuditedTable[] = [
  auditTable(ExplanationSection, { title: '编制说明', call: ({ section }) => section }),
  auditTable(PacketBuild, { title: '报批材料', call: ({ ledgerSeq }) => `截至第${ledgerSeq}号台账` }),
  auditTable(PacketPass, { title: '从略', call: ({ place }) => place }),
];
