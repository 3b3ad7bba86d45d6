import { type EntityManager } from 'typeorm';
import { type AttendanceShare, attendanceShares, plenaryRules } from '../../workflows/index.js';
import { MeetingRule } from './meeting-rule.entity.js';

export interface PlenaryRule {
  attendance: AttendanceShare;
  title: string;
  source: string;
  /** Counts the times that the leading group laid it down; 0 for the definition's own. */
  revision: number;
}

/** The rule by which a plenary is counted now. */
export async function plenaryRule(reader: EntityManager, compilationId: string): Promise<PlenaryRule> {
  const own = await reader.findOneBy(MeetingRule, { compilationId });
  const { attendance, source } =
    own === null ? plenaryRules : { attendance: own.attendance, source: own.basis };
  const { title } = attendanceShares[attendance];
  return { attendance, title, source, revision: own?.revision ?? 0 };
}
