import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/index.js';
import { ConsultationNotice } from './consultation-notice.entity.js';

/** The notices of a compilation, one for each round of consultation. */
@Injectable()
export class NoticeQuery {
  constructor(private readonly database: Database) {}

  /** The first round first; the last may still be in preparation. */
  list(compilationId: string): Promise<ConsultationNotice[]> {
    return this.database.read((reader) =>
      reader.find(ConsultationNotice, { where: { compilationId }, order: { round: 'ASC' } }),
    );
  }
}
