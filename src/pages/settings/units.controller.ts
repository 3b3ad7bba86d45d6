import { z } from 'zod';
import { correctUnit, ExportUnitsQuery, rosterFormatSchema, unitCategories } from '../../directory/index.js';
import { ActRunner } from '../../engine/index.js';
import { issueObligation } from '../../obligations/index.js';
import { secretariat, staff } from '../../platform/index.js';
import {
  actForm,
  download,
  form,
  formsOf,
  mediaTypes,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
} from '../../web/index.js';
import { pageNumber } from './paging.js';
import { SettingsPages, settingsPath } from './settings-pages.js';
import { UnitsPage } from './units-page.js';

const base = '/c/:compilationId/settings/units';
const cell = z.string().max(2000).default('');

const routes = {
  list: page(base, {
    by: staff,
    query: {
      category: z.enum(unitCategories).optional().catch(undefined),
      district: z.string().max(10).optional(),
      name: z.string().trim().max(100).default(''),
      page: pageNumber,
    },
  }),
  export: page(`${base}/export`, { by: staff, query: { format: rosterFormatSchema.catch('xlsx') } }),
  one: page(`${base}/:unitId`, { by: staff }),
  correct: form(`${base}/:unitId`, {
    by: secretariat,
    body: z.object({
      revision: z.coerce.number().int(),
      ...{ shortName: cell, category: cell, aliases: cell, liaison: cell, leader: cell, remark: cell },
    }),
    act: correctUnit,
  }),
};

export const UnitForms = formsOf({
  issue: actForm(issueObligation, `${base}/:unitId/obligation`, {
    then: ({ params, input }) =>
      seeOther(settingsPath(params.compilationId, 'units', input.unitId), '已补发报送任务，按期限提醒。'),
  }),
});

/** 单位名册: who is written to. */
@PageController()
export class SettingsUnitsController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly units: UnitsPage,
    private readonly runner: ActRunner,
    private readonly exportUnits: ExportUnitsQuery,
  ) {}

  @OnPage(routes.list)
  async list(input: PageInput<typeof routes.list>) {
    const view = await this.units.list(input.params.compilationId, input.query);
    return this.pages.show('units', 'units', '单位名册', view, input);
  }

  @OnPage(routes.export)
  async export({ query }: PageInput<typeof routes.export>) {
    const content = await this.exportUnits.export(query.format);
    return download(content, mediaTypes[query.format], `单位名册.${query.format}`);
  }

  @OnPage(routes.one)
  async one(input: PageInput<typeof routes.one>) {
    const view = await this.units.one(input.params.compilationId, input.params.unitId);
    return this.pages.show('units', 'unit', view.name, view, input);
  }

  /** Only what differs is sent on: the ledger says which columns were corrected. */
  @OnPage(routes.correct)
  async correct({ params, body, actor }: PageInput<typeof routes.correct>) {
    const { compilationId, unitId } = params;
    const { revision, ...columns } = body;
    const before = await this.units.one(compilationId, unitId);
    const changed = Object.entries(columns).filter(
      ([column, text]) => before[column as keyof typeof columns] !== text.trim(),
    );
    if (changed.length === 0) return seeOther(before.action, '没有改动，未作登记。');
    const correction = { unitId, revision, ...Object.fromEntries(changed) };
    await this.runner.perform(correctUnit, { compilationId, actor }, correction);
    return seeOther(before.action, `已更正${before.name}的${changed.length}项信息。`);
  }
}
