import { z } from 'zod';
import { calendarDateSchema, dateOf, formatDeadline } from '../../calendar/index.js';
import {
  CompilationQuery,
  deadlinesContent,
  PreviewTimelineQuery,
  rescheduleDeadlines,
  shiftDeadlines,
  timelineContent,
} from '../../compilation/index.js';
import { ActRunner } from '../../engine/index.js';
import { beganInput, Clock, lineInput, markOf, secretariat, staff } from '../../platform/index.js';
import {
  actForm,
  form,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
} from '../../web/index.js';
import { leftOf } from '../overview/timeline-view.js';
import { type DeadlineBody, deadlineBody, fieldsOf, ruleOf } from './deadline-form.js';
import { SettingsPages, settingsPath } from './settings-pages.js';
import { timelinePreviewView } from './timeline-preview-view.js';

const base = '/c/:compilationId/settings/timeline' as const;
const shiftBody = z.object({ firstDay: calendarDateSchema, began: beganInput });

const routes = {
  list: page(base, { by: staff }),
  confirm: form(`${base}/confirm`, {
    by: secretariat,
    body: z.object({ reason: lineInput(), began: beganInput }),
    act: rescheduleDeadlines,
  }),
  previewShift: form(`${base}/shift/preview`, { by: secretariat, body: shiftBody }),
  one: page(`${base}/:key`, { by: secretariat }),
  preview: form(`${base}/:key/preview`, { by: secretariat, body: deadlineBody }),
  change: form(`${base}/:key`, { by: secretariat, body: deadlineBody, act: rescheduleDeadlines }),
};

export const TimelineForms = formsOf({
  shift: actForm(shiftDeadlines, `${base}/shift`, {
    then: ({ params }) =>
      seeOther(settingsPath(params.compilationId, 'timeline'), '全部期限已平移到新的首日。'),
  }),
});

/** 期限: nominal and effective dates with their rules, moved one by one or, before the start, all together. */
@PageController()
export class SettingsTimelineController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly compilations: CompilationQuery,
    private readonly runner: ActRunner,
    private readonly previews: PreviewTimelineQuery,
    private readonly clock: Clock,
  ) {}

  @OnPage(routes.list)
  async list(input: PageInput<typeof routes.list>) {
    const { compilationId } = input.params;
    const { startedAt, suspendedAt, firstDay } = await this.compilations.only(compilationId);
    const deadlines = await this.compilations.deadlines(compilationId);
    const lines = deadlines.map((line) => ({
      ...{ title: line.title, text: line.text, rule: line.rule, revision: line.revision, late: line.late },
      left: leftOf(line),
      href: settingsPath(compilationId, 'timeline', line.key),
    }));
    const dated = deadlines.map((line) => ({ ...line, ruleText: line.rule }));
    const keysAhead = deadlines.filter(({ late }) => !late).map(({ key }) => key);
    const view = {
      lines,
      began: {
        shift: markOf(timelineContent(dated)),
        confirm: markOf(deadlinesContent(dated, keysAhead)),
      },
      ahead: lines.filter(({ late }) => !late).length,
      shiftable: startedAt === null,
      suspended: suspendedAt !== null,
      renewal: suspendedAt === null ? null : await this.renewal(compilationId),
      // Shifting helps who comes too late: then today is the day that is meant.
      firstDay: startedAt === null && lines.some(({ late }) => late) ? dateOf(this.clock.now()) : firstDay,
      missing: (await this.compilations.missingDeadlines(compilationId)).map(({ key, title }) => ({
        title,
        href: settingsPath(compilationId, 'timeline', key),
      })),
    };
    return this.pages.show('timeline', 'timeline', '期限', view, input);
  }

  /** What resuming says of the dates; null when nothing is left to be confirmed. */
  private async renewal(compilationId: string): Promise<string | null> {
    const lines = (await this.compilations.gates(compilationId)).flatMap((gate) => gate.lines);
    const line = lines.find(({ requirement }) => requirement === 'deadlinesRenewed');
    return line === undefined || line.met ? null : line.sentence;
  }

  @OnPage(routes.one)
  async one(input: PageInput<typeof routes.one>) {
    const { compilationId, key } = input.params;
    const missing = await this.compilations.missingDeadlines(compilationId);
    const absent = missing.find((one) => one.key === key);
    if (absent !== undefined) return this.missing(input, absent.title);
    const { title, rule, ruleText, nominal, effectiveAt, source } = await this.compilations.deadline(
      compilationId,
      key,
    );
    const view = {
      ...{ title, ruleText, source },
      began: markOf(deadlinesContent([{ key, ruleText, nominal }], [key])),
      text: formatDeadline({ nominal, effective: effectiveAt }, 'anyone'),
      ...fieldsOf(rule),
      action: settingsPath(compilationId, 'timeline', key, 'preview'),
    };
    return this.pages.show('timeline', 'deadline', `调整“${title}”`, view, input);
  }

  /** The same form for a date that the plan must have and that was never entered. */
  private missing(input: PageInput<typeof routes.one>, title: string) {
    const { compilationId, key } = input.params;
    const view = {
      ...{ title, ruleText: '尚未确定', source: '编制流程', text: '尚未确定' },
      began: markOf(deadlinesContent([], [key])),
      ...fieldsOf({ kind: 'onOrBefore', date: dateOf(this.clock.now()) }),
      action: settingsPath(compilationId, 'timeline', key, 'preview'),
    };
    return this.pages.show('timeline', 'deadline', `补上“${title}”`, view, input);
  }

  /** Everything the change would do; nothing is done yet. */
  @OnPage(routes.preview)
  async preview(input: PageInput<typeof routes.preview>) {
    const { params, body, actor } = input;
    const { compilationId, key } = params;
    const title = await this.compilations.deadlineTitle(compilationId, key);
    const change = changeOf(key, body);
    const who = { compilationId, actor };
    const preview = await this.previews.execute(rescheduleDeadlines, who, change);
    const view = {
      ...timelinePreviewView(preview),
      heading: `确认调整“${title}”`,
      reason: body.reason,
      fields: carried(body),
      action: settingsPath(compilationId, 'timeline', key),
      back: settingsPath(compilationId, 'timeline', key),
    };
    return this.pages.show('timeline', 'timeline-preview', '确认调整期限', view, input);
  }

  @OnPage(routes.change)
  async change({ params, body, actor }: PageInput<typeof routes.change>) {
    const { compilationId, key } = params;
    const change = changeOf(key, body);
    await this.runner.perform(rescheduleDeadlines, { compilationId, actor }, change);
    const { title, nominal, effectiveAt } = await this.compilations.deadline(compilationId, key);
    const text = formatDeadline({ nominal, effective: effectiveAt }, 'anyone');
    return seeOther(settingsPath(compilationId, 'timeline'), `“${title}”现为${text}。`);
  }

  @OnPage(routes.previewShift)
  async previewShift(input: PageInput<typeof routes.previewShift>) {
    const { params, body, actor } = input;
    const { compilationId } = params;
    const preview = await this.previews.execute(shiftDeadlines, { compilationId, actor }, body);
    const view = {
      ...timelinePreviewView(preview),
      heading: '确认平移全部期限',
      reason: null,
      fields: carried(body),
      action: settingsPath(compilationId, 'timeline', 'shift'),
      back: settingsPath(compilationId, 'timeline'),
    };
    return this.pages.show('timeline', 'timeline-preview', '确认平移期限', view, input);
  }

  /** After a suspension every date is confirmed anew; here those that stay as they are. */
  @OnPage(routes.confirm)
  async confirm({ params, body, actor }: PageInput<typeof routes.confirm>) {
    const { compilationId } = params;
    const ahead = (await this.compilations.deadlines(compilationId)).filter(({ late }) => !late);
    const rules = await Promise.all(
      ahead.map(
        async ({ key }) => [key, (await this.compilations.deadline(compilationId, key)).rule] as const,
      ),
    );
    const { reason, began } = body;
    const change = { reason, began, deadlines: Object.fromEntries(rules) };
    await this.runner.perform(rescheduleDeadlines, { compilationId, actor }, change);
    return seeOther(settingsPath(compilationId, 'timeline'), `已确认${rules.length}项期限的日期不变。`);
  }
}

const changeOf = (key: string, body: DeadlineBody) => ({
  reason: body.reason,
  began: body.began,
  deadlines: { [key]: ruleOf(body) },
});

/** What was typed travels with the button below the preview. */
const carried = (body: object) =>
  Object.entries(body).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: String(value) }],
  );
