import { answer, type FactScope, type FactSource } from '../../engine/index.js';
import { consultStage, type OpinionFacts } from '../../../workflows/index.js';
import { countByState, opinionsIn, type OpinionScope } from './opinion-counts.js';

const mostSamples = 20;

/** Whether the register is settled as far as a step needs it. */
export const opinionsSettledFacts: FactSource[] = [
  answer(consultStage, 'opinionsSettled', (scope) => settled(scope, { late: false })),
  // Before the packet: the late ones, and any that was reopened since.
  answer(consultStage, 'lateOpinionsSettled', (scope) => settled(scope, {})),
];

async function settled(
  { tx, compilationId }: FactScope,
  which: Pick<OpinionScope, 'late'>,
): Promise<OpinionFacts> {
  const scope = { compilationId, ...which };
  const { total, unassigned, undisposed, unreviewed } = await countByState(tx, scope);
  const late = await countByState(tx, { compilationId, late: true });
  const open = await opinionsIn(tx, scope)
    .andWhere(`instance.state <> 'reviewed'`)
    .select('opinion.number', 'number')
    .orderBy('opinion.sequence')
    .addOrderBy('opinion.part')
    .limit(mostSamples)
    .getRawMany<{ number: string }>();
  return {
    total,
    unassigned,
    undisposed,
    unreviewed,
    late: which.late === false ? late.total - late.reviewed : 0,
    samples: open.map((row) => row.number),
  };
}
