import { type AuditedTable, auditTable } from '../engine/index.js';
import { ConsultationFeedback } from './feedback/consultation-feedback.entity.js';
import { ConsultationNotice } from './notice/consultation-notice.entity.js';
import { Opinion } from './opinions/opinion.entity.js';
import { UnitReply } from './replies/unit-reply.entity.js';

export const consultationTables: AuditedTable[] = [
  auditTable(ConsultationNotice, { title: '征求意见公告', call: ({ round }) => `第${round}轮` }),
  auditTable(Opinion, {
    title: '意见',
    call: ({ number }) => number,
    except: ['personName', 'personContact'],
  }),
  auditTable(UnitReply, { title: '回函' }),
  auditTable(ConsultationFeedback, { title: '意见采纳情况反馈', call: ({ title }) => title }),
];
