import { Injectable } from '@nestjs/common';
import { calendarDate, formatDateWithWeekday } from '../../calendar/index.js';
import { categoryNames, districts, unitCategories } from '../../directory/index.js';
import {
  type ObligationRow,
  ObligationRegisterQuery,
  ObligationsQuery,
  type OpenRequest,
  registerOrders,
} from '../../obligations/index.js';
import { type Figures, SubmissionProgressQuery } from '../../materials/index.js';
import { type LatestReminder, LatestRemindersQuery } from '../../reminders/index.js';
import { Clock, type Instant } from '../../platform/index.js';
import { pathWith } from '../words/form-fields.js';
import { pagerOf } from '../words/pager.js';
import { countOf, progressView, type ProgressLine } from './progress-view.js';
import {
  filterOf,
  kindTitles,
  materialsPath,
  orderTitles,
  pageSize,
  type RegisterFields,
  stateOptions,
  storyPath,
} from './register-fields.js';
import { arrivedText, shortTime, statusView } from './status-view.js';

/** The register of obligations, ready to print. */
@Injectable()
export class RegisterPage {
  constructor(
    private readonly register: ObligationRegisterQuery,
    private readonly obligations: ObligationsQuery,
    private readonly submissions: SubmissionProgressQuery,
    private readonly reminders: LatestRemindersQuery,
    private readonly clock: Clock,
  ) {}

  async view(compilationId: string, fields: RegisterFields, mayAct: boolean): Promise<object> {
    const { page, order = 'attention' } = fields;
    const { total, rows } = await this.register.page(compilationId, filterOf(fields), {
      ...{ order, page },
      size: pageSize,
    });
    const { lines, all } = progressView(await this.register.breakdown(compilationId, fields.kind));
    const requests = await this.obligations.openRequests(compilationId);
    const path = materialsPath(compilationId);
    const now = this.clock.now();
    const kept = { ...fields, page: undefined };
    return {
      sentence: sentenceOf(all, fields.kind),
      waiting: waitingOf(all, requests.length),
      progress: { ...reconciled(all), lines: lines.map((line) => lineLink(line, path, fields.kind)) },
      chart: pathWith(`${path}/progress.svg`, { kind: fields.kind }),
      requests: requests.map((request) => requestView(compilationId, request, now)),
      filter: { path, unit: fields.unit, late: fields.late, order, ...optionsOf(fields) },
      kinds: kindNav(path, fields.kind),
      rows: await this.rowsView(compilationId, rows),
      pager: pagerOf({ path, fields: kept, page, size: pageSize, total }),
      total,
      beyond: total > pageSize,
      selection: `${path}/selection`,
      exports: ['xlsx', 'docx', 'csv'].map((format) => ({
        title: format.toUpperCase(),
        href: `${path}/export?format=${format}`,
      })),
      issued: all.total > 0,
      mayAct,
    };
  }

  private async rowsView(compilationId: string, rows: ObligationRow[]) {
    const ids = rows.map(({ id }) => id);
    const figures = await this.submissions.figuresOf(ids);
    const reminders = await this.reminders.of(ids);
    const now = this.clock.now();
    return rows.map((row) =>
      rowView(compilationId, row, { figures: figures.get(row.id), reminder: reminders.get(row.id), now }),
    );
  }
}

/** “报送任务共160件，已了结155件，待审核3件，逾期2件。” */
function sentenceOf(all: ProgressLine, kind: RegisterFields['kind']): string {
  const what = kind === undefined ? '报送任务' : `${kindTitles[kind]}任务`;
  if (all.total === 0) return `还没有下达${what}。`;
  const waiting = countOf(all, '待审核');
  const late = countOf(all, '逾期');
  const pieces = [
    `${what}共${all.total}件`,
    `已了结${all.settled}件`,
    ...(waiting > 0 ? [`待审核${waiting}件`] : []),
    late > 0 ? `逾期${late}件` : '没有逾期',
  ];
  return `${pieces.join('，')}。`;
}

function waitingOf(all: ProgressLine, requests: number): string {
  if (all.total === 0) return '启动编制时按名册向各单位下达；书面征求意见时另行下达回函任务。';
  const waiting = [
    ...(countOf(all, '待审核') > 0 ? [`审核${countOf(all, '待审核')}件`] : []),
    ...(requests > 0 ? [`答复延期申请${requests}件`] : []),
    ...(countOf(all, '逾期') > 0 ? [`催报、延期或者豁免逾期的${countOf(all, '逾期')}件`] : []),
  ];
  return waiting.length === 0 ? '秘书处目前没有须办理的事项。' : `秘书处须${waiting.join('，')}。`;
}

/** The sum and its parts, and whether they agree. */
function reconciled(all: ProgressLine) {
  const difference = all.total - all.counts.reduce((sum, { count }) => sum + count, 0);
  const heads = all.counts.map(({ title }) => title);
  return {
    all,
    difference,
    agrees: difference === 0,
    heads,
    parts: all.counts.filter(({ count }) => count > 0),
  };
}

const lineLink = (line: ProgressLine, path: string, kind: RegisterFields['kind']) => ({
  ...line,
  href: pathWith(path, { kind, category: line.category ?? undefined }),
});

const requestView = (compilationId: string, request: OpenRequest, now: Instant) => ({
  unitName: request.unitName,
  title: request.title,
  reason: request.reason,
  until: request.until,
  untilText: formatDateWithWeekday(calendarDate(request.until)),
  askedText: shortTime(request.requestedAt, now),
  story: storyPath(compilationId, request.obligationId),
  grant: `${materialsPath(compilationId)}/requests/${request.requestId}/grant`,
  decline: `${materialsPath(compilationId)}/requests/${request.requestId}/decline`,
});

function optionsOf(fields: RegisterFields) {
  const options = (list: readonly { value: string; title: string }[], value: string | undefined) =>
    list.map((option) => ({ ...option, selected: option.value === value }));
  const kinds = Object.entries(kindTitles).map(([value, title]) => ({ value, title }));
  const categories = unitCategories.map((value) => ({ value, title: categoryNames[value].title }));
  const orders = registerOrders.map((value) => ({ value, title: orderTitles[value] }));
  return {
    kinds: options(kinds, fields.kind),
    categories: options(categories, fields.category),
    states: options(stateOptions, fields.state),
    districts: options(
      districts.map(({ code, name }) => ({ value: code, title: name })),
      fields.district,
    ),
    orders: options(orders, fields.order ?? 'attention'),
    hidden: hiddenFields(fields),
  };
}

/** The filters as hidden fields of the form that acts on the whole list. */
function hiddenFields({ kind, category, state, district, late, unit }: RegisterFields) {
  const fields = { kind, category, state, district, late: late ? '1' : undefined, unit };
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name, value }],
  );
}

const kindNav = (path: string, kind: RegisterFields['kind']) => [
  { label: '全部任务', href: path, current: kind === undefined },
  ...(['material', 'reply'] as const).map((value) => ({
    label: kindTitles[value],
    href: pathWith(path, { kind: value }),
    current: kind === value,
  })),
];

const rowView = (
  compilationId: string,
  row: ObligationRow,
  { figures, reminder, now }: { figures?: Figures; reminder?: LatestReminder; now: Instant },
) => ({
  id: row.id,
  unitName: row.unitName,
  categoryTitle: row.categoryTitle,
  title: row.round > 1 ? `${row.title}（第${row.round}轮）` : row.title,
  status: statusView(row),
  deadlineText: row.deadlineText,
  arrived: arrivedText(row, now),
  characters: figures?.characters ?? null,
  version: figures === undefined || figures.number === 1 ? null : figures.number,
  reminded: reminder === undefined ? null : shortTime(new Date(reminder.at).toISOString(), now),
  times: reminder?.times ?? 0,
  href: storyPath(compilationId, row.id),
});
