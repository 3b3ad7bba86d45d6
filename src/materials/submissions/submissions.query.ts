import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { findUnit } from '../../directory/index.js';
import { listAcceptedSubmissions } from '../tables/accepted-submissions.js';
import { findObligation, isOutstanding, type ObligationState } from '../../obligations/index.js';
import { Database, type Instant, NotFound } from '../../platform/index.js';
import {
  emptyContent,
  type Examination,
  formOf,
  formTitles,
  type MaterialContent,
  type MaterialForm,
  type MaterialLength,
  measureLength,
} from '../content/index.js';
import { NotAMaterial } from '../materials.errors.js';
import { examineSubmission } from './examine-submission.js';
import { digestsOf } from './frozen-record.js';
import { Submission, type SubmissionFile } from './submission.entity.js';
import { filesOf, latestSubmission, versionsOf } from './submission.repository.js';

export interface MaterialView extends Examination {
  obligationId: string;
  unitId: string;
  unitName: string;
  form: MaterialForm;
  formTitle: string;
  state: ObligationState;
  /** Whether the unit may still write on it. */
  open: boolean;
  /** To be given back when saving; 0 while nothing has been saved. */
  revision: number;
  /** Null while nothing has been saved. */
  savedAt: Instant | null;
  content: MaterialContent;
  length: MaterialLength;
  files: SubmissionFile[];
  returnComments: string[];
  /** What was handed in before, the first first. */
  frozen: { submissionId: string; number: number; frozenAt: Instant; sha256: string; sm3: string }[];
}

/** One frozen version, and whether it still says what its digests certified. */
export interface FrozenVersion {
  submission: Submission;
  files: SubmissionFile[];
  intact: boolean;
}

/** One unit's material as the unit and the secretariat see it. */
@Injectable()
export class SubmissionsQuery {
  constructor(private readonly database: Database) {}

  /** The accepted submissions without their content, in the order of the notice's addressees. */
  accepted(compilationId: string): ReturnType<typeof listAcceptedSubmissions> {
    return this.database.read((reader) => listAcceptedSubmissions(reader, compilationId));
  }

  material(compilationId: string, obligationId: string): Promise<MaterialView> {
    return this.database.read(async (reader) => {
      const obligation = await findObligation(reader, compilationId, obligationId);
      if (obligation.kind !== 'material') throw new NotAMaterial();
      const { unitId, state } = obligation;
      const unit = await findUnit(reader, unitId);
      const latest = await latestSubmission(reader, obligationId);
      const form = latest?.form ?? formOf(unit.category);
      const content = latest?.content ?? emptyContent();
      return {
        ...(await examineSubmission(reader, obligation)),
        ...{ obligationId, unitId, unitName: unit.name, state, form, content },
        formTitle: formTitles[form],
        open: isOutstanding(state),
        revision: latest?.revision ?? 0,
        savedAt: latest?.savedAt ?? null,
        length: measureLength(form, content),
        files: latest === null ? [] : await filesOf(reader, latest.id),
        returnComments: obligation.returnComments ?? [],
        frozen: await frozenVersions(reader, obligationId),
      };
    });
  }

  /** A version as it was handed in, checked against its digests. */
  frozenVersion(compilationId: string, submissionId: string): Promise<FrozenVersion> {
    return this.database.read(async (reader) => {
      const submission = await reader.findOneBy(Submission, { id: submissionId, compilationId });
      if (submission === null || submission.frozenAt === null)
        throw new NotFound('已报送的材料', submissionId);
      const files = await filesOf(reader, submissionId);
      const { sha256, sm3 } = digestsOf(submission, files);
      return { submission, files, intact: sha256 === submission.sha256 && sm3 === submission.sm3 };
    });
  }
}

async function frozenVersions(reader: EntityManager, obligationId: string): Promise<MaterialView['frozen']> {
  const versions = await versionsOf(reader, obligationId);
  return versions.flatMap(({ id: submissionId, number, frozenAt, sha256, sm3 }) =>
    frozenAt === null ? [] : [{ submissionId, number, frozenAt, sha256: String(sha256), sm3: String(sm3) }],
  );
}
