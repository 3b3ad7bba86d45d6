import { Injectable } from '@nestjs/common';
import { dateOf, formatDate } from '../../calendar/index.js';
import { findCompilation } from '../../compilation/index.js';
import { ObligationsQuery, type Progress } from '../../obligations/index.js';
import { Clock, Database } from '../../platform/index.js';
import {
  type DocumentFormat,
  type PlainTable,
  renderDocument,
  type TableCell,
  TemplateSet,
} from '../../render/index.js';
import { type SubmissionProgressRow, SubmissionProgressQuery } from './submission-progress.query.js';

/** 材料报送进度表 as a file: one row a unit, the counts by category below. */
@Injectable()
export class SubmissionTableQuery {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplateSet,
    private readonly clock: Clock,
    private readonly progress: SubmissionProgressQuery,
    private readonly obligations: ObligationsQuery,
  ) {}

  /** The table as a stream of bytes. */
  async render(compilationId: string, format: DocumentFormat): Promise<AsyncIterable<Buffer>> {
    return renderDocument(this.templates, 'table', format, await this.view(compilationId));
  }

  /** For templates/documents/table. */
  async view(compilationId: string): Promise<PlainTable> {
    const now = this.clock.now();
    const { shortTitle } = await this.database.read((reader) => findCompilation(reader, compilationId));
    const rows = await this.progress.rows(compilationId);
    const counts = await this.obligations.progress(compilationId);
    const all = counts[counts.length - 1];
    return {
      properties: { title: '材料报送进度表', createdAt: now, sheetName: '报送进度' },
      head: {
        title: `${shortTitle}材料报送进度表`,
        note: `截至${formatDate(dateOf(now))}，${sentence(all)}`,
        columns,
      },
      rows: rows.map((row) => ({ cells: cellsOf(row) })),
      tail: { notes: counts.slice(0, -1).map((count) => `${count.title}：${sentence(count)}`) },
    };
  }
}

function sentence(count: Progress): string {
  const { total, submitted, accepted, waived, late, handedInLate } = count;
  return (
    `应报送${total}家，审核通过${accepted}家，待审核${submitted}家，豁免${waived}家，` +
    `未报送${total - submitted - accepted - waived}家（其中逾期${late}家）；逾期报送${handedInLate}家。`
  );
}

const columns = [
  { title: '序号', width: 6 },
  { title: '单位', width: 34 },
  { title: '类别', width: 30 },
  { title: '材料', width: 12 },
  { title: '状态', width: 12 },
  { title: '期限', width: 28 },
  { title: '报送时间', width: 22 },
  { title: '时效', width: 10 },
  { title: '字数', width: 8 },
  { title: '指标', width: 6 },
  { title: '版次', width: 6 },
  { title: '备注', width: 24 },
];

const cellsOf = (row: SubmissionProgressRow): TableCell[] => [
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
