import { Injectable } from '@nestjs/common';
import { formatDate, formatDateTime, formatDateWithWeekday } from '../../calendar/index.js';
import { CompilationQuery } from '../../compilation/index.js';
import {
  isOutstanding,
  type ObligationRow,
  ObligationsQuery,
  type ObligationStory,
  ObligationStoryQuery,
} from '../../obligations/index.js';
import { unitPath } from './unit-scope.js';

export interface UnitHead {
  story: ObligationStory;
  row: ObligationRow;
  open: boolean;
  /** What stands at the top of every page of a unit. */
  view: object;
}

/** What is owed, by when, how long is left, whom to ask: the same on all pages of a unit. */
@Injectable()
export class UnitHeads {
  constructor(
    private readonly stories: ObligationStoryQuery,
    private readonly compilations: CompilationQuery,
    private readonly obligations: ObligationsQuery,
  ) {}

  async of(compilationId: string, obligationId: string): Promise<UnitHead> {
    const story = await this.stories.story(compilationId, obligationId);
    const { contact, documentNumber, issuer } = await this.compilations.only(compilationId);
    const row = story.obligation;
    const open = isOutstanding(row.state);
    const view = {
      path: unitPath(obligationId),
      owed: await this.owed(compilationId, row),
      unitName: row.unitName,
      title: row.title,
      stateTitle: row.stateTitle,
      documentNumber: documentNumber ?? null,
      issuer,
      due: { text: row.deadlineText, rule: row.rule, ...leftOf(row) },
      acknowledgedAt: row.acknowledgedAt === null ? null : dateTime(row.acknowledgedAt),
      comments: row.returnComments,
      requests: story.requests.map(requestView),
      waiting: story.requests.some(({ answer }) => answer === null),
      waived: row.waiver === null ? null : { reason: row.waiver.reason, approver: row.waiver.approver },
      contact: { office: contact.office, telephone: contact.telephone, address: contact.address },
      open,
    };
    return { story, row, open, view };
  }

  /** All that the unit owes, when it is more than one thing: its page is the same by whichever link it came. */
  private async owed(compilationId: string, { unitId, id: current }: ObligationRow): Promise<object[]> {
    const rows = await this.obligations.list(compilationId, { unitId });
    if (rows.length < 2) return [];
    return rows.map(({ id, title, stateTitle, deadlineText }) => ({
      ...{ title, stateTitle, deadlineText },
      href: unitPath(id),
      current: id === current,
    }));
  }
}

export const dateTime = (iso: string): string => formatDateTime(Date.parse(iso));

/** The large figure beside the deadline, and what stands around it. */
function leftOf({ workingDaysLeft: left, late, state }: ObligationRow) {
  if (left === null)
    return { before: '', number: null, after: '', late, word: late ? '已逾期' : stateWord(state) };
  if (late) return { before: '已逾期', number: -left, after: '个工作日', late: true, word: '' };
  if (left === 0) return { before: '', number: null, after: '', late: false, word: '今天截止' };
  return { before: '还有', number: left, after: '个工作日', late: false, word: '' };
}

const stateWord = (state: string): string =>
  ({ submitted: '已报送', accepted: '已通过', waived: '已豁免', unanswered: '已结束' })[state] ?? '';

function requestView({
  until,
  reason,
  requestedAt,
  answer,
  answerReason,
}: ObligationStory['requests'][number]) {
  const said = { granted: '已同意', declined: '未同意' };
  return {
    until: formatDateWithWeekday(until as never),
    requestedOn: formatDate(requestedAt.slice(0, 10) as never),
    reason,
    answer: answer === null ? '秘书处尚未答复，原期限仍然有效' : said[answer],
    because: answerReason,
  };
}
