import { type AuditedTable, auditTable } from '../engine/index.js';
import { Invitee } from './invitee.entity.js';
import { MeetingRule } from './meeting-rule.entity.js';
import { Meeting } from './meeting.entity.js';
import { ReviewPoint } from './review-point.entity.js';
import { Signature } from './signature.entity.js';

export const reviewTables: AuditedTable[] = [
  auditTable(Meeting, { title: '会议', call: ({ round, place }) => `第${round}次，${place}` }),
  auditTable(MeetingRule, { title: '会议规则', call: ({ basis }) => basis }),
  auditTable(Invitee, { title: '参会人', call: ({ name }) => name, except: ['name', 'address'] }),
  auditTable(ReviewPoint, { title: '审议意见', call: ({ content }) => content.slice(0, 20) }),
  auditTable(Signature, { title: '签署' }),
];
