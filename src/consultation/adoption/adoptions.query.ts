import { Injectable } from '@nestjs/common';
import { type ClauseOutcome } from '../../drafts/index.js';
import { Database } from '../../platform/index.js';
import { AdoptedChanges, type Adopted } from './adopted-changes.js';
import { type AdoptionFindings, findUnchangedAdoptions } from './unchanged-adoptions.js';

/** Whether what was adopted is in the text, as the gate weighs it. */
@Injectable()
export class AdoptionsQuery {
  constructor(private readonly database: Database) {}

  unchanged(compilationId: string, most = 200): Promise<AdoptionFindings> {
    return this.database.read((reader) => findUnchangedAdoptions(reader, compilationId, most));
  }

  /** What became of the clause that one opinion names; null when it names none. */
  async outcome(compilationId: string, opinion: Adopted): Promise<ClauseOutcome | null> {
    if (opinion.changedClauseId === null) return null;
    return this.database.read(async (reader) =>
      (await AdoptedChanges.load(reader, compilationId)).of(opinion),
    );
  }
}
