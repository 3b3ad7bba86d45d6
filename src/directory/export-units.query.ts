import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock, Database, parseInput } from '../platform/index.js';
import { type PlainTable, renderDocument, TemplateSet } from '../render/index.js';
import { loadRoster } from './directory.repository.js';
import { exportRows } from './roster/index.js';

export const rosterFormatSchema = z.enum(['xlsx', 'csv'], { error: '名册只能导出为 xlsx 或者 csv' });
export type RosterFormat = z.output<typeof rosterFormatSchema>;

/** Of the columns in their order, in half-width characters. */
const widths = [44, 22, 20, 36, 34, 34, 40];

/** The roster of units as a file; imported again it changes nothing. */
@Injectable()
export class ExportUnitsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly templates: TemplateSet,
  ) {}

  async export(format: unknown): Promise<AsyncIterable<Buffer>> {
    const chosen = parseInput(rosterFormatSchema, format);
    const [header, ...rows] = exportRows(await this.database.read(loadRoster));
    const table: PlainTable = {
      properties: { title: '单位名册', createdAt: this.clock.now(), sheetName: '单位名册' },
      head: {
        title: null,
        note: '',
        columns: header.map((title, index) => ({ title, width: widths[index] })),
      },
      rows: rows.map((cells) => ({ cells })),
      tail: { notes: [] },
    };
    return renderDocument(this.templates, 'table', chosen, table);
  }
}
