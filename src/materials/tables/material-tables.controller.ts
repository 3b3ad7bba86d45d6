import { z } from 'zod';
import {
  ApiController,
  download,
  flagQuery,
  inCompilation,
  type InputOf,
  mediaTypes,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
} from '../../web/index.js';
import { amountKinds, comparators } from '../content/index.js';
import { IndicatorsQuery } from './indicators.query.js';
import { IndicatorTableQuery } from './indicator-table.query.js';
import { SchemeLinksQuery } from './scheme-links.query.js';
import { SubmissionProgressQuery } from './submission-progress.query.js';
import { SubmissionTableQuery } from './submission-table.query.js';

const count = z.number().int();

const amount = z
  .looseObject({
    text: z.string().describe('按原文'),
    kind: z.enum(amountKinds).describe('数值、区间、比例、增减幅度、文字表述'),
    comparator: z.enum(comparators),
    value: z.number().nullable().describe('只有数值才有；万、亿已经乘入'),
  })
  .describe('一个数值或者目标值：原文和读出的含义');

const indicatorRow = z.object({
  name: z.string(),
  entries: z.array(
    z.looseObject({
      unitName: z.string(),
      baseline: amount.nullable(),
      value2025: amount,
      value2035: amount,
    }),
  ),
  conflicts: z.array(z.object({ field: z.string(), sentence: z.string() })),
});

const progressRow = z.object({
  sequence: count,
  unitName: z.string(),
  categoryTitle: z.string(),
  formTitle: z.string(),
  stateTitle: z.string(),
  deadlineText: z.string(),
  handedInText: z.string(),
  timeliness: z.string(),
  characters: count.nullable(),
  indicators: count.nullable(),
  versions: count,
  remark: z.string(),
});

const format = z.enum(['docx', 'xlsx', 'csv', 'html']).default('xlsx');
const linkRows = z.array(z.looseObject({}));

const routes = {
  indicators: read(`${inCompilation}/indicators`, {
    summary: '2025年和2035年指标汇总；相互矛盾的加以标明',
    query: {
      ...pageQuery,
      conflicting: flagQuery.describe('只看有矛盾（true）或者无矛盾（false）的'),
      acceptedOnly: flagQuery.describe('true 只汇总已受理的'),
    },
    response: pageOf(indicatorRow).extend({ conflicting: count, submissions: count }),
  }),
  links: read(`${inCompilation}/scheme-links`, {
    summary: '从问题、目标到举措的对应关系，以及没有着落的问题、目标和战略',
    response: z.object({
      problems: linkRows,
      goals: linkRows,
      coverage: linkRows,
      open: z.object({
        problems: z.array(z.string()),
        goals: z.array(z.string()),
        strategies: z.array(z.string()),
      }),
    }),
  }),
  progress: read(`${inCompilation}/submissions`, {
    summary: '材料报送情况一览表',
    query: pageQuery,
    response: pageOf(progressRow),
  }),
  progressFile: read(`${inCompilation}/tables/submissions`, {
    summary: '材料报送进度表（文件）',
    query: { format },
    produces: mediaTypes.xlsx,
  }),
  indicatorsFile: read(`${inCompilation}/tables/indicators`, {
    summary: '2025年、2035年指标汇总表（文件）',
    query: { format },
    produces: mediaTypes.xlsx,
  }),
};

@ApiController('报送材料')
export class MaterialTablesController {
  constructor(
    private readonly indicatorsQuery: IndicatorsQuery,
    private readonly linksQuery: SchemeLinksQuery,
    private readonly progressQuery: SubmissionProgressQuery,
    private readonly progressTable: SubmissionTableQuery,
    private readonly indicatorTable: IndicatorTableQuery,
  ) {}

  @Route(routes.indicators)
  async indicators({ params, query }: InputOf<typeof routes.indicators>) {
    const { acceptedOnly, conflicting: wanted } = query;
    const table = await this.indicatorsQuery.table(params.compilationId, { acceptedOnly });
    const { rows, conflicting, submissions } = table;
    const shown = rows.filter((row) => wanted === undefined || row.conflicts.length > 0 === wanted);
    const numbered = shown.map((row, index) => ({ ...row, place: String(index + 1) }));
    return { ...pageFrom(numbered, query, ({ place }) => place), conflicting, submissions };
  }

  @Route(routes.links)
  links({ params }: InputOf<typeof routes.links>) {
    return this.linksQuery.overview(params.compilationId);
  }

  @Route(routes.progress)
  async progress({ params, query }: InputOf<typeof routes.progress>) {
    const rows = await this.progressQuery.rows(params.compilationId);
    return pageFrom(rows, query, ({ sequence }) => String(sequence));
  }

  @Route(routes.progressFile)
  async progressFile({ params, query: { format } }: InputOf<typeof routes.progressFile>) {
    const content = await this.progressTable.render(params.compilationId, format);
    return download(content, mediaTypes[format], `材料报送进度表.${format}`);
  }

  @Route(routes.indicatorsFile)
  async indicatorsFile({ params, query: { format } }: InputOf<typeof routes.indicatorsFile>) {
    const content = await this.indicatorTable.render(params.compilationId, format);
    return download(content, mediaTypes[format], `指标汇总表.${format}`);
  }
}
