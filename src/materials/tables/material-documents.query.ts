import { Injectable } from '@nestjs/common';
import { dateOf, formatDate } from '../../calendar/index.js';
import { findCompilation } from '../../compilation/index.js';
import { ObligationsQuery } from '../../obligations/index.js';
import { Clock, Database } from '../../platform/index.js';
import {
  type DocumentFormat,
  type PlainTable,
  renderDocument,
  type TableCell,
  TemplateSet,
} from '../../render/index.js';
import { type IndicatorEntry, type IndicatorRow } from './compare-indicators.js';
import { IndicatorsQuery } from './indicators.query.js';
import { type SubmissionProgressRow, SubmissionProgressQuery } from './submission-progress.query.js';

type Columns = PlainTable['head']['columns'];

/** 材料报送进度表 and 指标汇总表 as files: DOCX, XLSX, CSV or HTML. */
@Injectable()
export class MaterialDocumentsQuery {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplateSet,
    private readonly clock: Clock,
    private readonly obligations: ObligationsQuery,
    private readonly progress: SubmissionProgressQuery,
    private readonly indicators: IndicatorsQuery,
  ) {}

  async submissions(compilationId: string, format: DocumentFormat): Promise<AsyncIterable<Buffer>> {
    const rows = await this.progress.rows(compilationId);
    const counts = (await this.obligations.progress(compilationId, 'material')).at(-1);
    const { total = 0, accepted = 0, submitted = 0, waived = 0, late = 0 } = counts ?? {};
    const note =
      `应报送${total}家：已审核通过${accepted}家，待审核${submitted}家，豁免${waived}家，` +
      `尚未报送${total - accepted - submitted - waived}家，其中逾期${late}家。`;
    const cells = rows.map((row) => ({ cells: progressCells(row) }));
    const table = { title: '材料报送进度表', note, columns: progressColumns, rows: cells };
    return this.render(compilationId, format, table);
  }

  /** One line per unit and indicator, those of one indicator together, with contradictions in the last column. */
  async indicatorTable(compilationId: string, format: DocumentFormat): Promise<AsyncIterable<Buffer>> {
    const { rows, conflicting, submissions } = await this.indicators.table(compilationId);
    const note = `汇总${submissions}家单位报送的指标${rows.length}项，其中数值或者单位不一致${conflicting}项。`;
    const cells = rows.flatMap((row, index) =>
      row.entries.map((entry) => ({ cells: indicatorCells(index + 1, row, entry) })),
    );
    const table = { title: '2025年、2035年指标汇总表', note, columns: indicatorColumns, rows: cells };
    return this.render(compilationId, format, table);
  }

  private async render(
    compilationId: string,
    format: DocumentFormat,
    table: { title: string; note: string; columns: Columns; rows: PlainTable['rows'] },
  ): Promise<AsyncIterable<Buffer>> {
    const now = this.clock.now();
    const { shortTitle } = await this.database.read((reader) => findCompilation(reader, compilationId));
    const { title, columns, rows } = table;
    const note = `截至${formatDate(dateOf(now))}，${table.note}`;
    const view: PlainTable = {
      properties: { title, createdAt: now },
      head: { title: `${shortTitle}${title}`, note, columns },
      rows,
      tail: { notes: [] },
    };
    return renderDocument(this.templates, 'table', format, view);
  }
}

const progressColumns: Columns = [
  { title: '序号', width: 6 },
  { title: '单位', width: 34 },
  { title: '类别', width: 22 },
  { title: '形式', width: 10 },
  { title: '状态', width: 12 },
  { title: '期限', width: 30 },
  { title: '报送时间', width: 20 },
  { title: '是否逾期', width: 10 },
  { title: '字数', width: 8 },
  { title: '指标', width: 8 },
  { title: '稿次', width: 8 },
  { title: '备注', width: 28 },
];

const progressCells = (row: SubmissionProgressRow): TableCell[] => [
  row.sequence,
  row.unitName,
  row.categoryTitle,
  row.formTitle,
  row.stateTitle,
  row.deadlineText,
  row.handedInText,
  row.timeliness,
  row.characters,
  row.indicators,
  row.versions,
  row.remark,
];

const indicatorColumns: Columns = [
  { title: '序号', width: 6 },
  { title: '指标', width: 28 },
  { title: '报送单位', width: 24 },
  { title: '计量单位', width: 10 },
  { title: '基期值', width: 10 },
  { title: '2025年目标值', width: 14 },
  { title: '2035年目标值', width: 14 },
  { title: '数据来源', width: 28 },
  { title: '不一致之处', width: 40 },
];

/** A bare number stays a number in a workbook; “≥95” is text. */
const withBound = (bound: string, value: number): TableCell => (bound === '' ? value : `${bound}${value}`);

const indicatorCells = (number: number, row: IndicatorRow, entry: IndicatorEntry): TableCell[] => [
  number,
  entry.name,
  entry.unitName,
  entry.unit,
  entry.baseline,
  withBound(entry.bound, entry.value2025),
  withBound(entry.bound, entry.value2035),
  entry.source,
  row.conflicts.map(({ sentence }) => sentence).join('；'),
];
