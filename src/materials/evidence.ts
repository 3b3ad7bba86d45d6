import { type EntityManager, In } from 'typeorm';
import { Unit } from '../directory/index.js';
import { formTitles } from './content/index.js';
import { findStanding } from './submissions/standing-submissions.js';
import { Submission } from './submissions/submission.entity.js';
import { ResearchVisit } from './visits/research-visit.entity.js';
import { findVisits } from './visits/visits.repository.js';
import { visitKindTitles } from './visits/log-visit.use-case.js';

/** What the text rests on (通知五、（三）“加强调研论证”): counts for the gate and the 编制说明. */
export interface Evidence {
  /** Accepted materials of the four-part forms. */
  materials: number;
  /** Accepted research reports. */
  reports: number;
  visits: number;
}

export async function countEvidence(reader: EntityManager, compilationId: string): Promise<Evidence> {
  const accepted = await findStanding(reader, compilationId, { states: ['accepted'] });
  const reports = accepted.filter(({ unit }) => unit.category === 'institute').length;
  const visits = (await findVisits(reader, compilationId)).length;
  return { materials: accepted.length - reports, reports, visits };
}

/** “市水务局　质量强业材料”, by submission id: how a trace names its source. */
export async function submissionTitles(
  reader: EntityManager,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const submissions = await reader.find(Submission, {
    select: { id: true, unitId: true, form: true },
    where: { id: In([...new Set(ids)]) },
  });
  const units = await reader.findBy(Unit, { id: In(submissions.map(({ unitId }) => unitId)) });
  const names = new Map(units.map(({ id, shortName }) => [id, shortName]));
  return new Map(
    submissions.map(({ id, unitId, form }) => {
      const what = form === 'research' ? formTitles[form] : `${formTitles[form]}材料`;
      return [id, `${names.get(unitId) ?? ''}　${what}`];
    }),
  );
}

/** “企业调研：上海电气（2021-08-18）”, by visit id. */
export async function visitTitles(
  reader: EntityManager,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const visits = await reader.findBy(ResearchVisit, { id: In([...new Set(ids)]) });
  return new Map(
    visits.map(({ id, kind, place, visitedOn }) => [
      id,
      `${visitKindTitles[kind]}调研：${place}（${visitedOn}）`,
    ]),
  );
}
