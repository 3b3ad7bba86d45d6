import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { CalendarShelf, formatDate } from '../calendar/index.js';
import { type Act, Acts } from '../engine/index.js';
import { type Actor, NotFound, parseInput, saveRevision } from '../platform/index.js';
import { ExtensionRequest } from './extension-request.entity.js';
import { Extensions } from './extensions.js';
import { ObligationMails } from './obligation-mails.js';
import { declineRequestSchema, grantRequestSchema, requestExtensionSchema } from './obligations.dto.js';
import { ExtensionAlreadyRequested, RequestAnswered } from './obligations.errors.js';
import { findObligation } from './obligations.repository.js';
import { findOwnObligation } from './own-obligation.js';

/** A unit asks for more time (延期申请); the secretariat grants or declines, and the unit is told either way. */
@Injectable()
export class ExtensionRequestsUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly extensions: Extensions,
    private readonly mails: ObligationMails,
    private readonly shelf: CalendarShelf,
  ) {}

  /** @param input `{until: date, reason}` */
  async request(
    compilationId: string,
    actor: Actor,
    obligationId: string,
    input: unknown,
  ): Promise<{ requestId: string }> {
    const { until, reason } = parseInput(requestExtensionSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'extension.requested' }, async (act) => {
      const obligation = await findOwnObligation(act, obligationId);
      this.extensions.assertPossible(act, obligation, until, await this.shelf.load(act.tx));
      const open = await act.tx.findOneBy(ExtensionRequest, { obligationId, answer: IsNull() });
      if (open !== null) throw new ExtensionAlreadyRequested(formatDate(open.until));
      const requestId = act.ids.next();
      const unanswered = { answer: null, answerReason: null, answeredAt: null, revision: 1 };
      const asked = { id: requestId, compilationId, obligationId, until, reason, requestedAt: act.now };
      await act.tx.insert(ExtensionRequest, { ...asked, ...unanswered });
      act.note({ obligationId, requestId, until });
      return { requestId };
    });
  }

  /** @param input `{approver, until?}`; without `until` the day that was asked for. */
  async grant(compilationId: string, actor: Actor, requestId: string, input: unknown): Promise<void> {
    const { approver, until } = parseInput(grantRequestSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'obligation.extended' }, async (act) => {
      const request = await this.findOpen(act, requestId);
      const extension = { until: until ?? request.until, reason: request.reason, approver };
      await this.extensions.grant(act, request.obligationId, extension);
    });
  }

  /** @param input `{reason}` */
  async decline(compilationId: string, actor: Actor, requestId: string, input: unknown): Promise<void> {
    const { reason } = parseInput(declineRequestSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'extension.declined' }, async (act) => {
      const request = await this.findOpen(act, requestId);
      const answer = { answer: 'declined' as const, answerReason: reason, answeredAt: act.now };
      await saveRevision(act.tx, ExtensionRequest, request, answer, '该延期申请');
      const obligation = await findObligation(act.tx, compilationId, request.obligationId);
      const view = { request: { untilText: formatDate(request.until), declinedBecause: reason } };
      const template = 'extension-declined' as const;
      await this.mails.post(act, obligation, {
        template,
        actionLabel: '继续填写并报送',
        view,
        onlyWhileOwed: true,
      });
      act.note({ obligationId: obligation.id, requestId });
    });
  }

  private async findOpen(act: Act, id: string): Promise<ExtensionRequest> {
    const request = await act.tx.findOneBy(ExtensionRequest, { id, compilationId: act.compilationId });
    if (request === null) throw new NotFound('延期申请', id);
    if (request.answer !== null) throw new RequestAnswered(request.answer);
    return request;
  }
}
