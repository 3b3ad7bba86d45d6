import { IsNull } from 'typeorm';
import { z } from 'zod';
import { calendarDateSchema, CalendarShelf, formatDate } from '../calendar/index.js';
import { type Act, defineAct } from '../engine/index.js';
import {
  exampleId,
  idSchema,
  lineInput,
  named,
  NotFound,
  saveRevision,
  secretariat,
  unitOrSecretariat,
} from '../platform/index.js';
import { ExtensionRequest } from './extension-request.entity.js';
import { Extensions } from './extensions.js';
import { ObligationMails } from './obligation-mails.js';
import { ExtensionAlreadyRequested, RequestAnswered } from './obligations.errors.js';
import { findObligation } from './obligations.repository.js';
import { findOwnObligation } from './own-obligation.js';

/** A unit asks for more time (延期申请); the secretariat grants or declines, and the unit is told either way. */
export const requestExtension = defineAct({
  name: 'extension.requested',
  title: '申请延期',
  summary: '单位申请延期',
  may: unitOrSecretariat,
  path: 'obligations/:obligationId/extension-requests',
  input: z.object({
    obligationId: idSchema,
    until: named('拟报送的日期', calendarDateSchema),
    reason: named('理由', lineInput()),
  }),
  example: { obligationId: exampleId, until: '2021-08-06', reason: '数据须待统计部门核定' },
  answer: z.object({ requestId: z.string() }),
  status: 201,
  uses: { extensions: Extensions, shelf: CalendarShelf },
  async perform(act, { obligationId, until, reason }, { extensions, shelf }) {
    const { tx, compilationId } = act;
    const obligation = await findOwnObligation(act, obligationId);
    extensions.assertPossible(act, obligation, until, await shelf.load(tx));
    const open = await tx.findOneBy(ExtensionRequest, { obligationId, answer: IsNull() });
    if (open !== null) throw new ExtensionAlreadyRequested(formatDate(open.until));
    const requestId = act.ids.next();
    const unanswered = { answer: null, answerReason: null, answeredAt: null, revision: 1 };
    const asked = { id: requestId, compilationId, obligationId, until, reason, requestedAt: act.now };
    await tx.insert(ExtensionRequest, { ...asked, ...unanswered });
    act.note({ obligationId, requestId, until });
    return { requestId };
  },
});

/** Without `until` the day that was asked for. */
export const grantExtension = defineAct({
  name: 'obligation.extensionGranted',
  title: '同意延期申请',
  summary: '同意延期申请，可另定日期',
  may: secretariat,
  path: 'extension-requests/:requestId/grant',
  input: z.object({
    requestId: idSchema,
    approver: named('批准人职务', lineInput(100)),
    until: named('延至', calendarDateSchema.optional()),
  }),
  example: { requestId: exampleId, approver: '秘书处负责人' },
  uses: { extensions: Extensions },
  async perform(act, { requestId, approver, until }, { extensions }) {
    const request = await findOpen(act, requestId);
    const extension = { until: until ?? request.until, reason: request.reason, approver };
    await extensions.grant(act, request.obligationId, extension);
  },
});

export const declineExtension = defineAct({
  name: 'extension.declined',
  title: '不予延期',
  summary: '不同意延期申请，须写明理由',
  may: secretariat,
  path: 'extension-requests/:requestId/decline',
  input: z.object({ requestId: idSchema, reason: named('不予延期的理由', lineInput()) }),
  example: { requestId: exampleId, reason: '汇总时间已无余量' },
  uses: { mails: ObligationMails },
  async perform(act, { requestId, reason }, { mails }) {
    const request = await findOpen(act, requestId);
    const answer = { answer: 'declined' as const, answerReason: reason, answeredAt: act.now };
    await saveRevision(act.tx, ExtensionRequest, request, answer, '该延期申请');
    const obligation = await findObligation(act.tx, act.compilationId, request.obligationId);
    const view = { request: { untilText: formatDate(request.until), declinedBecause: reason } };
    const mail = { template: 'extension-declined' as const, actionLabel: '继续填写并报送', view };
    await mails.post(act, obligation, { ...mail, onlyWhileOwed: true });
    act.note({ obligationId: obligation.id, requestId });
  },
});

async function findOpen(act: Act, id: string): Promise<ExtensionRequest> {
  const request = await act.tx.findOneBy(ExtensionRequest, { id, compilationId: act.compilationId });
  if (request === null) throw new NotFound('延期申请', id);
  if (request.answer !== null) throw new RequestAnswered(request.answer);
  return request;
}
