import { Injectable } from '@nestjs/common';
import { formatDateTime } from '../../calendar/index.js';
import { SubmissionsQuery } from '../../materials/index.js';
import { type ObligationRow, type Receipt, ReceiptQuery } from '../../obligations/index.js';
import { UnitHeads } from './unit-head.js';

/** What a unit sees when nothing is left to do: its receipt, or why nothing is owed any more. */
@Injectable()
export class ReceiptPage {
  constructor(
    private readonly heads: UnitHeads,
    private readonly receipts: ReceiptQuery,
    private readonly submissions: SubmissionsQuery,
  ) {}

  async view(compilationId: string, obligationId: string): Promise<object> {
    const { row, view } = await this.heads.of(compilationId, obligationId);
    const receipt = await this.receipts.receipt(compilationId, obligationId);
    return {
      head: view,
      sentence: sentenceOf(row, receipt),
      receipt: receipt === null ? null : receiptView(receipt, await this.sm3Of(compilationId, row)),
      next: nextOf(row.state),
      mayWithdraw: row.state === 'submitted',
      isMaterial: row.kind === 'material',
    };
  }

  private async sm3Of(compilationId: string, { kind, id }: ObligationRow): Promise<string | null> {
    if (kind !== 'material') return null;
    const { frozen } = await this.submissions.material(compilationId, id);
    return frozen.at(-1)?.sm3 ?? null;
  }
}

function sentenceOf({ unitName, title, state, kind }: ObligationRow, receipt: Receipt | null): string {
  if (state === 'waived') return `${unitName}：${title}已经豁免，不需要报送。`;
  if (receipt === null) return `${unitName}：${title}的报送已经结束。`;
  const accepted = state === 'accepted' ? '，秘书处已审核通过' : '，等待秘书处审核';
  return `${unitName}：${title}已${kind === 'material' ? '报送' : '提交'}${accepted}。`;
}

const nextOf = (state: string): string =>
  state === 'accepted'
    ? '已办结，不需要再做什么。'
    : '秘书处审核；如需补正，将发邮件说明原因和期限。审核之前可以撤回修改。';

function receiptView(receipt: Receipt, sm3: string | null): object {
  const { number, title, handedInAt, deadlineText, lateText, digest, lines } = receipt;
  return {
    number,
    title,
    handedInAt: formatDateTime(handedInAt),
    deadlineText,
    punctual: lateText ?? '在期限内',
    late: lateText !== null,
    lines,
    sha256: digest,
    sm3,
  };
}
