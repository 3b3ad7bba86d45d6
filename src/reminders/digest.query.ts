import { Injectable } from '@nestjs/common';
import {
  calendarDate,
  CalendarShelf,
  dateOf,
  formatDateWithWeekday,
  formatDay,
  formatMoment,
  type WorkingCalendar,
  wordDeadline,
} from '../calendar/index.js';
import { CompilationQuery, findCompilation, mailHeading } from '../compilation/index.js';
import { type ObligationRow, ObligationsQuery, type OpenRequest } from '../obligations/index.js';
import { Mail } from '../outbox/index.js';
import { Clock, Database, type Instant, type JsonObject } from '../platform/index.js';

export interface Digest {
  at: Instant;
  counts: { late: number; received: number; dueSoon: number; requests: number; failedMails: number };
  /** The view of template `digest`, without its reference. */
  view: JsonObject;
}

/** What the secretariat should know this morning; the news are those since the last digest. */
@Injectable()
export class DigestQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly shelf: CalendarShelf,
    private readonly compilations: CompilationQuery,
    private readonly obligations: ObligationsQuery,
  ) {}

  /** Null when there is nothing to say. */
  async compose(compilationId: string): Promise<Digest | null> {
    const at = this.clock.now();
    const { compilation, since, calendar, failed } = await this.read(compilationId);
    const rows = await this.obligations.list(compilationId);
    const requests = await this.obligations.openRequests(compilationId);
    const lists = {
      late: rows.filter((row) => row.late).map((row) => dueLine(row, at, calendar)),
      dueSoon: rows.filter(isDueSoon).map((row) => dueLine(row, at, calendar)),
      received: rows.filter((row) => cameAfter(row, since)).map((row) => receivedLine(row, at)),
      extensionRequests: requests.map((request) => requestLine(request, at)),
      failedMails: failed.map(failedLine),
    };
    if (Object.values(lists).every((list) => list.length === 0)) return null;
    const view = {
      compilation: { ...mailHeading(compilation) },
      recipient: { name: '', unitName: compilation.secretariat },
      action: { label: '打开总览', path: '/' },
      dateText: formatDateWithWeekday(dateOf(at)),
      counts: countsOf(rows),
      ...lists,
      ...(await this.stage(compilationId)),
    };
    return { at, view, counts: sizes(lists) };
  }

  private read(compilationId: string) {
    return this.database.read(async (reader) => {
      const compilation = await findCompilation(reader, compilationId);
      const failed = await reader.find(Mail, {
        where: { compilationId, state: 'failed' },
        order: { id: 'ASC' },
      });
      // Up to the one that left last: what came in while one waited to be sent is told in it, and once.
      const [told] = await reader.find(Mail, {
        where: { compilationId, template: 'digest', state: 'sent' },
        order: { id: 'DESC' },
        take: 1,
      });
      const since = told?.sentAt ?? compilation.startedAt ?? 0;
      return { compilation, since, failed, calendar: await this.shelf.load(reader) };
    });
  }

  /** Where the compilation stands and what its next step lacks. */
  private async stage(compilationId: string): Promise<{ stateText: string; gate: JsonObject }> {
    const { stateTitle, next, gate } = await this.compilations.status(compilationId);
    const unmet = gate.filter((line) => line.blocking && !line.met).map((line) => line.sentence);
    return { stateText: stateTitle, gate: { nextTitle: next?.title ?? '', unmet } };
  }
}

type Lists = Record<'late' | 'dueSoon' | 'received' | 'extensionRequests' | 'failedMails', JsonObject[]>;

const sizes = (lists: Lists): Digest['counts'] => ({
  late: lists.late.length,
  received: lists.received.length,
  dueSoon: lists.dueSoon.length,
  requests: lists.extensionRequests.length,
  failedMails: lists.failedMails.length,
});

/** Of what was asked last: materials first, later the replies to the consultation. */
function countsOf(rows: ObligationRow[]): JsonObject {
  const last = rows.at(-1);
  const asked = rows.filter((row) => row.kind === last?.kind && row.round === last.round);
  const count = (...states: string[]) => asked.filter((row) => states.includes(row.state)).length;
  return {
    owed: asked.length,
    submitted: count('submitted', 'accepted'),
    accepted: count('accepted'),
    waived: count('waived'),
    late: rows.filter((row) => row.late).length,
  };
}

/** Today or on the next working day. */
const isDueSoon = (row: ObligationRow): boolean =>
  !row.late && row.workingDaysLeft !== null && row.workingDaysLeft <= 1;

const cameAfter = ({ handedInAt }: ObligationRow, since: Instant): boolean =>
  handedInAt !== null && Date.parse(handedInAt) > since;

function dueLine(row: ObligationRow, at: Instant, calendar: WorkingCalendar): JsonObject {
  const { unitName, title, nominal } = row;
  const worded = wordDeadline({ nominal, effective: Date.parse(row.effective) }, at, calendar);
  return { unitName, title, effectiveText: worded.effectiveText, leftText: worded.leftText };
}

function receivedLine({ unitName, title, handedInAt }: ObligationRow, now: Instant): JsonObject {
  return { unitName, title, atText: formatMoment(Date.parse(handedInAt ?? ''), now) };
}

const requestLine = ({ unitName, title, reason, until }: OpenRequest, now: Instant): JsonObject => ({
  unitName,
  title,
  reason,
  askedForText: formatDay(calendarDate(until), now),
});

const failedLine = ({ recipientName, template, subject, lastError }: Mail): JsonObject => ({
  recipient: recipientName,
  subject: subject ?? `邮件（${template}）`,
  reason: lastError?.split('\n')[0] ?? '原因不明，请在邮件登记中查看',
});
