import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock, Database, parseInput } from '../platform/index.js';
import { renderDocument, TemplateSet } from '../render/index.js';
import { loadRoster } from './directory.repository.js';
import { cellsOf, rosterColumns } from './roster/index.js';

export const rosterFormatSchema = z.enum(['xlsx', 'csv'], { error: '名册只能导出为 xlsx 或者 csv' });
export type RosterFormat = z.output<typeof rosterFormatSchema>;

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
    const units = await this.database.read(loadRoster);
    return renderDocument(this.templates, 'roster', chosen, {
      properties: { title: '单位名册', createdAt: this.clock.now() },
      head: rosterColumns,
      rows: units.map(cellsOf),
      tail: {},
    });
  }
}
