import { type EntityManager, In } from 'typeorm';
import { Submission, SubmissionFile } from './submission.entity.js';

/** The version that counts: the one being written, else the one handed in last. */
export const latestSubmission = (reader: EntityManager, obligationId: string): Promise<Submission | null> =>
  reader.findOneBy(Submission, { obligationId, current: true });

export const versionsOf = (reader: EntityManager, obligationId: string): Promise<Submission[]> =>
  reader.find(Submission, { where: { obligationId }, order: { number: 'ASC' } });

/** The document first, the cover letter second. */
export const filesOf = (reader: EntityManager, submissionId: string): Promise<SubmissionFile[]> =>
  reader.find(SubmissionFile, { where: { submissionId }, order: { kind: 'DESC' } });

/** SQLite allows a limited number of variables in one statement. */
const idsPerStatement = 500;

/** Versions by id, in the order of the ids. */
export async function findSubmissionsByIds(
  reader: EntityManager,
  ids: readonly string[],
): Promise<Submission[]> {
  const found = new Map<string, Submission>();
  for (let from = 0; from < ids.length; from += idsPerStatement) {
    const page = await reader.findBy(Submission, { id: In(ids.slice(from, from + idsPerStatement)) });
    for (const submission of page) found.set(submission.id, submission);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
