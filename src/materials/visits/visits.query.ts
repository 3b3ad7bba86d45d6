import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/index.js';
import { type ResearchVisit } from './research-visit.entity.js';
import { findVisits } from './visits.repository.js';

/** The research visits on file, in the order in which they took place. */
@Injectable()
export class VisitsQuery {
  constructor(private readonly database: Database) {}

  list(compilationId: string): Promise<ResearchVisit[]> {
    return this.database.read((reader) => findVisits(reader, compilationId));
  }
}
