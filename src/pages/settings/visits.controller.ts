import { z } from 'zod';
import { calendarDate, formatDateWithWeekday } from '../../calendar/index.js';
import { LogVisitUseCase, type VisitKind, VisitsQuery, visitKindTitles } from '../../materials/index.js';
import { secretariat, staff } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther } from '../../web/index.js';
import { SettingsPages, settingsPath } from './settings-pages.js';
import { choices } from './units-page.js';

const base = '/c/:compilationId/settings/visits';

const routes = {
  list: page(base, { by: staff }),
  log: form(base, {
    by: secretariat,
    body: z.object({
      kind: z.string().max(20),
      place: z.string().max(500),
      visitedOn: z.string().max(20),
      hosts: z.string().max(2000),
      findings: z.string().max(50_000),
    }),
  }),
};

const kinds = Object.entries(visitKindTitles) as [VisitKind, string][];

/** 调研走访: where the drafting group was and what it found. */
@PageController()
export class SettingsVisitsController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly visits: VisitsQuery,
    private readonly logVisit: LogVisitUseCase,
  ) {}

  @OnPage(routes.list)
  async list(input: PageInput<typeof routes.list>) {
    const { compilationId } = input.params;
    const visits = await this.visits.list(compilationId);
    const none = kinds.filter(([kind]) => visits.every((visit) => visit.kind !== kind));
    const view = {
      visits: visits.map(({ kind, place, visitedOn, hosts, findings, usedIn }) => ({
        ...{ place, findings },
        kind: visitKindTitles[kind],
        on: formatDateWithWeekday(calendarDate(visitedOn)),
        hosts: hosts.join('、'),
        used: usedIn.length,
      })),
      none: none.map(([, title]) => title),
      kinds: choices(kinds, 'industry'),
      action: settingsPath(compilationId, 'visits'),
    };
    return this.pages.show('visits', 'visits', '调研走访', view, input);
  }

  @OnPage(routes.log)
  async log({ params, body, actor }: PageInput<typeof routes.log>) {
    const hosts = body.hosts.split(/[;；\n]/).filter((host) => host.trim() !== '');
    await this.logVisit.execute(params.compilationId, actor, { ...body, hosts });
    return seeOther(settingsPath(params.compilationId, 'visits'), '已登记调研走访。');
  }
}
