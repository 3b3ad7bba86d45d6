import { Injectable } from '@nestjs/common';
import { dateOf, formatDate } from '../../calendar/index.js';
import { findCompilation } from '../../compilation/index.js';
import { Clock, Database } from '../../platform/index.js';
import {
  type DocumentFormat,
  type PlainTable,
  renderDocument,
  type TableCell,
  TemplateSet,
} from '../../render/index.js';
import { type Amount } from '../content/index.js';
import { type IndicatorEntry, type IndicatorRow } from './compare-indicators.js';
import { IndicatorsQuery } from './indicators.query.js';

/** 指标汇总表 as a file: DOCX, XLSX, CSV or HTML. */
@Injectable()
export class IndicatorTableQuery {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplateSet,
    private readonly clock: Clock,
    private readonly indicators: IndicatorsQuery,
  ) {}

  /** One line per unit and indicator, those of one indicator together, with contradictions in the last column. */
  async render(compilationId: string, format: DocumentFormat): Promise<AsyncIterable<Buffer>> {
    const { rows, conflicting, submissions } = await this.indicators.table(compilationId);
    const note = `汇总${submissions}家单位报送的指标${rows.length}项，其中数值或者单位不一致${conflicting}项。`;
    const cells = rows.flatMap((row, index) =>
      row.entries.map((entry) => ({ cells: indicatorCells(index + 1, row, entry) })),
    );
    const now = this.clock.now();
    const { shortTitle } = await this.database.read((reader) => findCompilation(reader, compilationId));
    const title = '2025年、2035年指标汇总表';
    const view: PlainTable = {
      properties: { title, createdAt: now },
      head: {
        title: `${shortTitle}${title}`,
        note: `截至${formatDate(dateOf(now))}，${note}`,
        columns: indicatorColumns,
      },
      rows: cells,
      tail: { notes: [] },
    };
    return renderDocument(this.templates, 'table', format, view);
  }
}

const indicatorColumns: PlainTable['head']['columns'] = [
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

/** A bare number stays a number in a workbook; “≥95” is text, as it was written. */
function amountCell(amount: Amount | null): TableCell {
  if (amount === null) return null;
  return String(amount.value) === amount.text ? amount.value : amount.text;
}

const indicatorCells = (number: number, row: IndicatorRow, entry: IndicatorEntry): TableCell[] => [
  number,
  entry.name,
  entry.unitName,
  entry.unit,
  amountCell(entry.baseline),
  amountCell(entry.value2025),
  amountCell(entry.value2035),
  entry.source,
  row.conflicts.map(({ sentence }) => sentence).join('；'),
];
