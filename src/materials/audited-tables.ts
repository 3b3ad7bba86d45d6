import { type AuditedTable, auditTable } from '../engine/index.js';
import { Submission } from './submissions/submission.entity.js';
import { ResearchTopic } from './topics/research-topic.entity.js';
import { ResearchVisit } from './visits/research-visit.entity.js';

export const materialTables: AuditedTable[] = [
  auditTable(Submission, { title: '报送材料', call: ({ number }) => `第${number}稿` }),
  auditTable(ResearchTopic, { title: '课题', call: ({ title }) => title }),
  auditTable(ResearchVisit, { title: '调研走访', call: ({ place }) => place }),
];
