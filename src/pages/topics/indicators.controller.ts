import { z } from 'zod';
import { type IndicatorRow, IndicatorsQuery, IndicatorTableQuery } from '../../materials/index.js';
import { ObligationsQuery } from '../../obligations/index.js';
import { staff } from '../../platform/index.js';
import { download, mediaTypes, OnPage, page, PageController, type PageInput, show } from '../../web/index.js';
import { storyPath } from '../materials/register-fields.js';
import { pageNumber, ticked } from '../words/form-fields.js';
import { pagerOf } from '../words/pager.js';
import { subNav, topicsPath } from './topics-paths.js';

const base = '/c/:compilationId/topics/indicators' as const;
const pageSize = 50;

const routes = {
  indicators: page(base, {
    by: staff,
    query: {
      name: z.string().trim().max(100).default(''),
      conflicting: ticked,
      accepted: ticked,
      page: pageNumber,
    },
  }),
  export: page(`${base}/export`, {
    by: staff,
    query: { format: z.enum(['xlsx', 'docx', 'csv']).default('xlsx') },
  }),
};

/** 指标: what every unit sets for 2025 and 2035, and where they contradict each other. */
@PageController()
export class IndicatorsController {
  constructor(
    private readonly indicatorsQuery: IndicatorsQuery,
    private readonly table: IndicatorTableQuery,
    private readonly obligations: ObligationsQuery,
  ) {}

  @OnPage(routes.indicators)
  async indicators({ params, query }: PageInput<typeof routes.indicators>) {
    const { compilationId } = params;
    const { name, conflicting: only, accepted, page: number } = query;
    const { rows, conflicting, submissions } = await this.indicatorsQuery.table(compilationId, {
      acceptedOnly: accepted,
    });
    const shown = rows.filter((row) => row.name.includes(name) && (!only || row.conflicts.length > 0));
    const owed = await this.obligations.list(compilationId, { kind: 'material' });
    const stories = new Map(owed.map(({ unitId, id }) => [unitId, storyPath(compilationId, id)]));
    const path = topicsPath(compilationId, 'indicators');
    const fields = { name, conflicting: only, accepted };
    const view = {
      nav: subNav(compilationId, 'indicators'),
      sentence:
        rows.length === 0
          ? '还没有单位报送指标。'
          : `${submissions}家单位报送指标${rows.length}项，${conflicting === 0 ? '没有不一致' : `${conflicting}项不一致`}。`,
      ...{ path, name, accepted },
      conflicting: only,
      rows: shown.slice((number - 1) * pageSize, number * pageSize).map((row) => rowView(row, stories)),
      total: shown.length,
      pager: pagerOf({ path, fields, page: number, size: pageSize, total: shown.length }),
      exports: ['xlsx', 'docx', 'csv'].map((format) => ({
        title: format.toUpperCase(),
        href: `${path}/export?format=${format}`,
      })),
    };
    return show('topics/indicators', view, { title: '指标', nav: 'topics' });
  }

  @OnPage(routes.export)
  async export({ params, query: { format } }: PageInput<typeof routes.export>) {
    const content = await this.table.render(params.compilationId, format);
    return download(content, mediaTypes[format], `指标汇总表.${format}`);
  }
}

/** Units that set the same values stand in one row, so that what differs is seen side by side. */
function rowView({ name, entries, conflicts }: IndicatorRow, stories: Map<string, string>) {
  const sets = new Map<string, IndicatorRow['entries']>();
  for (const entry of entries) {
    const { unit, baseline, value2025, value2035 } = entry;
    const key = [unit, ...[baseline, value2025, value2035].map((amount) => amount?.text)].join('|');
    sets.set(key, [...(sets.get(key) ?? []), entry]);
  }
  const differing = new Set(conflicts.map(({ field }) => field));
  const cell = (field: 'unit' | 'baseline' | 'value2025' | 'value2035', text: string) => ({
    text,
    differs: differing.has(field),
  });
  return {
    name,
    count: entries.length,
    conflicts: conflicts.map(({ field }) => fieldTitles[field]),
    sets: [...sets.values()].map((same) => {
      const [{ unit, baseline, value2025, value2035 }] = same;
      return {
        units: same.map(({ unitId, unitName }) => ({ unitName, href: stories.get(unitId) ?? null })),
        count: same.length,
        unit: cell('unit', unit),
        baseline: cell('baseline', baseline?.text ?? '—'),
        value2025: cell('value2025', value2025.text),
        value2035: cell('value2035', value2035.text),
        sources: [...new Set(same.map(({ source }) => source))].slice(0, 3),
      };
    }),
  };
}

const fieldTitles = {
  unit: '计量单位',
  baseline: '基期值',
  value2025: '2025年目标值',
  value2035: '2035年目标值',
} as const;
