import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Database, NotFound } from '../platform/index.js';
import { BasisDocument, RealignmentTask } from './basis.entity.js';
import { Clause, type TraceKind } from './clause.entity.js';
import { DraftVersion } from './draft-version.entity.js';
import {
  clauseInWorkingRevision,
  findClauses,
  identified,
  readDraft,
  readOutcomes,
} from './drafts.repository.js';
import { editableText } from './editable-text.js';
import { tracesIn } from './traces.js';
import {
  type ClauseComparison,
  compareDrafts,
  type ShortNameFault,
  shortNameFaults,
  wordingOf,
} from './text/index.js';

export interface ClauseView {
  clauseId: string;
  parentClauseId: string | null;
  level: number;
  label: string;
  title: string;
  /** Title and passages in reading order, without the number. */
  wording: string[];
  revision: number;
  traces: { sourceKind: TraceKind; sourceId: string }[];
}

export interface DraftView {
  version: DraftVersion;
  clauses: ClauseView[];
  /** Defined short names (以下简称…) that a person should look at. */
  shortNames: ShortNameFault[];
}

export interface EditableClause {
  draftVersionId: string;
  clauseId: string;
  label: string;
  title: string;
  /** Passages and items, one a line, without number and title. */
  text: string;
  revision: number;
}

/** Read models of draft versions and basis documents, for pages, API and documents. */
@Injectable()
export class DraftsQuery {
  constructor(private readonly database: Database) {}

  /** Every revision of a compilation, oldest first. */
  versions(compilationId: string): Promise<DraftVersion[]> {
    return this.database.read((reader) =>
      reader.find(DraftVersion, { where: { compilationId }, order: { id: 'ASC' } }),
    );
  }

  view(compilationId: string, draftVersionId: string): Promise<DraftView> {
    return this.database.read(async (reader) => {
      const version = await this.find(reader, compilationId, draftVersionId);
      const traces = await tracesIn(reader, version.id);
      const clauses = (await findClauses(reader, version.id)).map((clause) => ({
        clauseId: clause.clauseId,
        parentClauseId: clause.parentClauseId,
        level: clause.level,
        label: clause.label,
        title: clause.title,
        wording: wordingOf(identified(clause)),
        revision: clause.revision,
        traces: traces
          .filter((trace) => trace.clauseId === clause.clauseId)
          .map(({ sourceKind, sourceId }) => ({ sourceKind, sourceId })),
      }));
      const shortNames = shortNameFaults(await readDraft(reader, version));
      return { version, clauses, shortNames };
    });
  }

  /** A clause of the working revision as a person edits it; null when there is none to edit. */
  editable(compilationId: string, clauseId: string): Promise<EditableClause | null> {
    return this.database.read(async (reader) => {
      const clause = await clauseInWorkingRevision(reader, compilationId, clauseId);
      if (clause === null) return null;
      const { draftVersionId, label, title, revision } = clause;
      return { draftVersionId, clauseId, label, title, text: editableText(clause), revision };
    });
  }

  /** Clause by clause, in the order of `laterId`; the two need not follow each other. */
  compare(compilationId: string, earlierId: string, laterId: string): Promise<ClauseComparison[]> {
    return this.database.read(async (reader) => {
      const earlier = await readDraft(reader, await this.find(reader, compilationId, earlierId));
      const later = await readDraft(reader, await this.find(reader, compilationId, laterId));
      return compareDrafts(earlier.clauses, later.clauses);
    });
  }

  /** Ids of the clauses that say something else, or stand elsewhere, in the later of two revisions. */
  changedClauses(compilationId: string, earlierId: string, laterId: string): Promise<Set<string>> {
    return this.database.read(async (reader) => {
      const earlier = await this.find(reader, compilationId, earlierId);
      const later = await this.find(reader, compilationId, laterId);
      const outcomes = await readOutcomes(reader, earlier.id, later.id);
      const clauses = await findClauses(reader, later.id);
      return new Set(clauses.map(({ clauseId }) => clauseId).filter((id) => outcomes.of(id).changed));
    });
  }

  /** How one clause read in each revision in which it stands, oldest first. */
  history(
    compilationId: string,
    clauseId: string,
  ): Promise<{ version: string; revision: number; label: string; wording: string[] }[]> {
    return this.database.read(async (reader) => {
      const versions = await reader.find(DraftVersion, { where: { compilationId }, order: { id: 'ASC' } });
      const rows = await reader.findBy(Clause, { clauseId });
      const history = versions.flatMap(({ id, name, revision }) =>
        rows
          .filter((row) => row.draftVersionId === id)
          .map((row) => ({
            version: name,
            revision,
            label: row.label,
            wording: wordingOf(identified(row)),
          })),
      );
      if (history.length === 0) throw new NotFound('条款', clauseId);
      return history;
    });
  }

  basis(compilationId: string): Promise<{ documents: BasisDocument[]; tasks: RealignmentTask[] }> {
    return this.database.read(async (reader) => ({
      documents: await reader.find(BasisDocument, { where: { compilationId }, order: { id: 'ASC' } }),
      tasks: await reader.find(RealignmentTask, { where: { compilationId }, order: { id: 'ASC' } }),
    }));
  }

  private async find(reader: EntityManager, compilationId: string, id: string): Promise<DraftVersion> {
    const version = await reader.findOneBy(DraftVersion, { id, compilationId });
    if (version === null) throw new NotFound('文稿版本', id);
    return version;
  }
}
