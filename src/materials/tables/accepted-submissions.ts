import { type EntityManager } from 'typeorm';
import { type UnitCategory } from '../../directory/index.js';
import { type Instant } from '../../platform/index.js';
import {
  formTitles,
  type MaterialContent,
  type MaterialForm,
  partsOf,
  partTitles,
  type PartKey,
} from '../content/index.js';
import { type SubmissionFile } from '../submissions/submission.entity.js';
import { filesOf } from '../submissions/submission.repository.js';
import { findStanding, withContent } from '../submissions/standing-submissions.js';
import { topicText } from '../submissions/material-kind.js';
import { topicTitles } from '../topics/topics.repository.js';

/** One accepted submission as 《支持报告汇编》 prints it. */
export interface AcceptedSubmission {
  id: string;
  unitId: string;
  unitName: string;
  category: UnitCategory;
  form: MaterialForm;
  /** 质量强业材料, or the report's own title. */
  title: string;
  /** Null but for research reports: “课题6　…” or 目录外. */
  topic: string | null;
  parts: { key: PartKey; title: string; text: string }[];
  content: MaterialContent;
  files: SubmissionFile[];
  frozenAt: Instant;
  sha256: string;
  sm3: string;
}

/**
 * Every accepted submission in the order of the notice's addressees, a page at a time. Acceptance is final, so with
 * `until` (the instant of a ledger position) the same ones come again years later.
 */
export async function* findAcceptedSubmissions(
  reader: EntityManager,
  compilationId: string,
  until?: Instant,
): AsyncGenerator<AcceptedSubmission> {
  const topics = await topicTitles(reader, compilationId);
  const standing = await findStanding(reader, compilationId, { states: ['accepted'], until });
  for await (const { id, unit, submission } of withContent(reader, standing)) {
    const { form, content, frozenAt, sha256, sm3 } = submission;
    const research = form === 'research';
    yield {
      id,
      unitId: unit.id,
      unitName: unit.name,
      category: unit.category,
      form,
      title: research ? content.title : `${formTitles[form]}材料`,
      topic: research ? topicText(content.topic, topics) : null,
      parts: partsOf(form).map((key) => ({ key, title: partTitles[key], text: content.parts[key] })),
      content,
      files: await filesOf(reader, id),
      frozenAt: Number(frozenAt),
      sha256: String(sha256),
      sm3: String(sm3),
    };
  }
}

/** The accepted submissions without their content: for tables of contents, counts and traces. */
export async function listAcceptedSubmissions(
  reader: EntityManager,
  compilationId: string,
  until?: Instant,
): Promise<{ id: string; unitId: string; unitName: string; category: UnitCategory }[]> {
  const standing = await findStanding(reader, compilationId, { states: ['accepted'], until });
  return standing.map(({ id, unit }) => {
    return { id, unitId: unit.id, unitName: unit.name, category: unit.category };
  });
}
