import { z } from 'zod';
import { type Act, defineAct } from '../engine/index.js';
import { findVisits, listAcceptedSubmissions } from '../materials/index.js';
import { drafters, exampleId, named, NotFound } from '../platform/index.js';
import { traceKinds } from './clause.entity.js';
import { addTrace } from './traces.js';

const mostTraces = 1000;
const trace = z.object({ clauseId: z.string(), sourceKind: z.enum(traceKinds), sourceId: z.string() });
type Trace = z.infer<typeof trace>;

/** Notes on clauses of the working revision which submissions and visits they came from. */
export const traceClauses = defineAct({
  name: 'clauses.traced',
  title: '标注条款来源',
  summary: '注明条款的来源：报送材料、调研走访、意见、专家论证、审议',
  may: drafters,
  path: 'clauses/trace',
  input: z.object({
    traces: named(
      '来源',
      z
        .array(trace)
        .min(1, { error: '至少注明一处来源' })
        .max(mostTraces, { error: `一次不超过${mostTraces}处` }),
    ),
  }),
  example: { traces: [{ clauseId: exampleId, sourceKind: 'submission', sourceId: exampleId }] },
  async perform(act, { traces }) {
    await assertOnFile(act, traces);
    for (const { clauseId, sourceKind, sourceId } of traces) {
      await addTrace(act, clauseId, { sourceKind, sourceId });
    }
    act.note({ traces });
  },
});

/** The 编制说明 is written from traces, so each must lead to an accepted submission or a logged visit that exists. */
async function assertOnFile({ tx, compilationId }: Act, traces: Trace[]): Promise<void> {
  const submissions = new Set((await listAcceptedSubmissions(tx, compilationId)).map(({ id }) => id));
  const visits = new Set((await findVisits(tx, compilationId)).map(({ id }) => id));
  for (const { sourceKind, sourceId } of traces) {
    if (sourceKind === 'submission' && !submissions.has(sourceId))
      throw new NotFound('已受理的材料', sourceId);
    if (sourceKind === 'visit' && !visits.has(sourceId)) throw new NotFound('调研走访记录', sourceId);
  }
}
