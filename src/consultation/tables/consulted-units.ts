import { type EntityManager } from 'typeorm';
import { findObligations } from '../../obligations/index.js';
import { opinionsIn } from '../opinions/opinion-counts.js';
import { UnitReply } from '../replies/unit-reply.entity.js';

/** The four counts below a 征求意见汇总处理表; ④ = ① − ② and ③ ≤ ②. */
export interface ConsultedUnits {
  /** ① 发送征求意见稿的单位数 */
  consultedUnits: number;
  /** ② 回函的单位数 */
  repliedUnits: number;
  /** ③ 回函并有建议或意见的单位数 */
  unitsWithOpinions: number;
  /** ④ 没有回函的单位数 */
  silentUnits: number;
}

/** Units are counted once, whatever the number of rounds in which they were asked. */
export async function countConsultedUnits(
  reader: EntityManager,
  compilationId: string,
): Promise<ConsultedUnits> {
  const asked = await findObligations(reader, compilationId, { kind: 'reply' });
  const replies = await reader.findBy(UnitReply, { compilationId });
  const consulted = new Set(asked.map(({ unitId }) => unitId));
  const replied = new Set(replies.map(({ unitId }) => unitId));
  const outspoken = await unitsWithOpinions(reader, compilationId);
  return {
    consultedUnits: consulted.size,
    repliedUnits: replied.size,
    unitsWithOpinions: [...replied].filter((unitId) => outspoken.has(unitId)).length,
    silentUnits: consulted.size - replied.size,
  };
}

/** Units of whose written replies there is an opinion on the register; a reply sent again takes none away. */
export async function unitsWithOpinions(reader: EntityManager, compilationId: string): Promise<Set<string>> {
  const rows = await opinionsIn(reader, { compilationId })
    .andWhere(`opinion.category = '征求意见单位' AND opinion.unitId IS NOT NULL`)
    .select('opinion.unitId', 'unitId')
    .distinct(true)
    .getRawMany<{ unitId: string }>();
  return new Set(rows.map(({ unitId }) => unitId));
}
