import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In } from 'typeorm';
import { formatDateTime } from '../../calendar/index.js';
import { unitCategories } from '../../directory/index.js';
import { type ObligationRow, ObligationsQuery } from '../../obligations/index.js';
import { Database } from '../../platform/index.js';
import { formOf, formTitles } from '../content/index.js';
import { Submission } from '../submissions/submission.entity.js';

/** One row of 材料报送情况一览表, ready to print. */
export interface SubmissionProgressRow {
  sequence: number;
  unitName: string;
  categoryTitle: string;
  /** 质量强业、质量强区、质量强企、研究报告 */
  formTitle: string;
  stateTitle: string;
  deadlineText: string;
  /** Empty while nothing is handed in. */
  handedInText: string;
  /** 逾期 (outstanding), 逾期报送, 延期 or empty. */
  timeliness: string;
  /** Null before anything is saved. */
  characters: number | null;
  indicators: number | null;
  /** How many versions the unit has written; more than one after a return or a withdrawal. */
  versions: number;
  remark: string;
}

export type Figures = Pick<Submission, 'obligationId' | 'characters' | 'indicatorCount' | 'number'>;

/** How far each unit has come, in the order of the notice's addressees. */
@Injectable()
export class SubmissionProgressQuery {
  constructor(
    private readonly database: Database,
    private readonly obligations: ObligationsQuery,
  ) {}

  async rows(compilationId: string): Promise<SubmissionProgressRow[]> {
    const owed = await this.obligations.list(compilationId, { kind: 'material' });
    const figures = await this.figures({ compilationId, current: true });
    const ordered = unitCategories.flatMap((category) => owed.filter((row) => row.category === category));
    return ordered.map((row, index) => toRow(row, figures.get(row.id), index + 1));
  }

  /** Length, indicators and version of the materials of a page of obligations. */
  figuresOf(obligationIds: readonly string[]): Promise<Map<string, Figures>> {
    return this.figures({ obligationId: In([...obligationIds]), current: true });
  }

  private figures(where: FindOptionsWhere<Submission>): Promise<Map<string, Figures>> {
    return this.database.read(async (reader) => {
      const rows = await reader.find(Submission, {
        select: { id: true, obligationId: true, characters: true, indicatorCount: true, number: true },
        where,
      });
      return new Map(rows.map((row) => [row.obligationId, row]));
    });
  }
}

function toRow(row: ObligationRow, figures: Figures | undefined, sequence: number): SubmissionProgressRow {
  const { unitName, category, categoryTitle, stateTitle, deadlineText, handedInAt, waiver } = row;
  return {
    sequence,
    unitName,
    categoryTitle,
    formTitle: formTitles[formOf(category)],
    stateTitle,
    deadlineText,
    handedInText: handedInAt === null ? '' : formatDateTime(Date.parse(handedInAt)),
    timeliness: timelinessOf(row),
    characters: figures?.characters ?? null,
    indicators: figures === undefined || category === 'institute' ? null : figures.indicatorCount,
    versions: figures?.number ?? 0,
    remark: waiver === null ? row.returnComments.join('；') : `豁免：${waiver.reason}`,
  };
}

function timelinessOf({ late, handedInAt, handedInLate, extendedAt }: ObligationRow): string {
  if (late) return '逾期';
  if (handedInAt !== null && handedInLate) return '逾期报送';
  return extendedAt === null ? '' : '延期';
}
