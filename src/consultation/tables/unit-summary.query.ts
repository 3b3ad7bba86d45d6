import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { categoryNames, findUnits, type Unit } from '../../directory/index.js';
import { findObligations } from '../../obligations/index.js';
import { Clock, Database } from '../../platform/index.js';
import { findCompilation } from '../../compilation/index.js';
import { dateOf, formatDate } from '../../calendar/index.js';
import { type DocumentFormat, type PlainTable, renderDocument, TemplateSet } from '../../render/index.js';
import { type Disposition, dispositions } from '../../../workflows/index.js';
import { opinionsIn } from '../opinions/opinion-counts.js';
import { UnitReply } from '../replies/unit-reply.entity.js';
import { type ConsultedUnits, countConsultedUnits, unitsWithOpinions } from './consulted-units.js';

export interface UnitSummaryRow {
  unitId: string;
  unitName: string;
  categoryTitle: string;
  /** 有意见, 无意见 or 未回函. */
  reply: '有意见' | '无意见' | '未回函';
  opinions: number;
  byDisposition: Record<Disposition, number>;
  /** Not disposed of yet. */
  open: number;
}

const noDispositions = () =>
  Object.fromEntries(dispositions.map((name) => [name, 0])) as Record<Disposition, number>;

/** 按单位汇总: whether each consulted unit replied, and what became of its opinions. */
@Injectable()
export class UnitSummaryQuery {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplateSet,
    private readonly clock: Clock,
  ) {}

  rows(compilationId: string): Promise<UnitSummaryRow[]> {
    return this.database.read(async (reader) => {
      const asked = new Set(
        (await findObligations(reader, compilationId, { kind: 'reply' })).map(({ unitId }) => unitId),
      );
      const replies = await reader.findBy(UnitReply, { compilationId });
      const counts = await countByUnit(reader, compilationId);
      const units = (await findUnits(reader)).filter((unit) => asked.has(unit.id) || counts.has(unit.id));
      const outspoken = await unitsWithOpinions(reader, compilationId);
      return units.map((unit) => toRow(unit, replies, counts.get(unit.id) ?? [], outspoken.has(unit.id)));
    });
  }

  /** ①–④, as below the 征求意见汇总处理表. */
  units(compilationId: string): Promise<ConsultedUnits> {
    return this.database.read((reader) => countConsultedUnits(reader, compilationId));
  }

  async render(compilationId: string, format: DocumentFormat): Promise<AsyncIterable<Buffer>> {
    const now = this.clock.now();
    const rows = await this.rows(compilationId);
    const [{ shortTitle }, units] = await this.database.read(async (reader) => [
      await findCompilation(reader, compilationId),
      await countConsultedUnits(reader, compilationId),
    ]);
    const { consultedUnits, repliedUnits, unitsWithOpinions, silentUnits } = units;
    const view: PlainTable = {
      properties: { title: '征求意见按单位汇总', createdAt: now },
      head: {
        title: `${shortTitle}征求意见按单位汇总`,
        note:
          `截至${formatDate(dateOf(now))}，发函${consultedUnits}家，回函${repliedUnits}家，` +
          `其中有意见${unitsWithOpinions}家，未回函${silentUnits}家。`,
        columns,
      },
      rows: rows.map((row, index) => ({ cells: cellsOf(row, index + 1) })),
      tail: { notes: [] },
    };
    return renderDocument(this.templates, 'table', format, view);
  }
}

const columns = [
  { title: '序号', width: 6 },
  { title: '单位', width: 34 },
  { title: '类别', width: 18 },
  { title: '回函', width: 10 },
  { title: '意见', width: 8 },
  ...dispositions.map((title) => ({ title: title as string, width: 10 })),
  { title: '未办结', width: 8 },
];

const cellsOf = (row: UnitSummaryRow, sequence: number): (string | number)[] => [
  sequence,
  row.unitName,
  row.categoryTitle,
  row.reply,
  row.opinions,
  ...dispositions.map((name) => row.byDisposition[name]),
  row.open,
];

interface UnitCount {
  disposition: Disposition | null;
  count: number;
}

function toRow(unit: Unit, replies: UnitReply[], counts: UnitCount[], outspoken: boolean): UnitSummaryRow {
  const byDisposition = noDispositions();
  for (const { disposition, count } of counts) if (disposition !== null) byDisposition[disposition] += count;
  const own = replies.filter((reply) => reply.unitId === unit.id);
  return {
    unitId: unit.id,
    unitName: unit.name,
    categoryTitle: categoryNames[unit.category].shortTitle,
    reply: own.length === 0 ? '未回函' : outspoken ? '有意见' : '无意见',
    opinions: counts.reduce((sum, { count }) => sum + count, 0),
    byDisposition,
    open: counts.filter(({ disposition }) => disposition === null).reduce((sum, { count }) => sum + count, 0),
  };
}

async function countByUnit(reader: EntityManager, compilationId: string): Promise<Map<string, UnitCount[]>> {
  const settled = `CASE WHEN instance.state IN ('disposed', 'reviewed') THEN opinion.disposition END`;
  const rows = await opinionsIn(reader, { compilationId })
    .andWhere('opinion.unitId IS NOT NULL')
    .select('opinion.unitId', 'unitId')
    .addSelect(settled, 'disposition')
    .addSelect('COUNT(*)', 'count')
    .groupBy('opinion.unitId')
    .addGroupBy('2')
    .getRawMany<{ unitId: string; disposition: Disposition | null; count: string | number }>();
  const counts = new Map<string, UnitCount[]>();
  for (const { unitId, disposition, count } of rows) {
    counts.set(unitId, [...(counts.get(unitId) ?? []), { disposition, count: Number(count) }]);
  }
  return counts;
}
