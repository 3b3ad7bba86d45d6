import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, Acts } from '../engine/index.js';
import { findVisits, listAcceptedSubmissions } from '../materials/index.js';
import { type Actor, NotFound, parseInput } from '../platform/index.js';
import { traceKinds } from './clause.entity.js';
import { addTrace } from './traces.js';

const mostTraces = 1000;

export const traceClausesSchema = z.object({
  traces: z
    .array(z.object({ clauseId: z.string(), sourceKind: z.enum(traceKinds), sourceId: z.string() }))
    .min(1, { error: '至少注明一处来源' })
    .max(mostTraces, { error: `一次不超过${mostTraces}处` }),
});
type Trace = z.infer<typeof traceClausesSchema>['traces'][number];

/** Notes on clauses of the working revision which submissions and visits they came from. */
@Injectable()
export class TraceClausesUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{traces: [{clauseId, sourceKind, sourceId}]}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { traces } = parseInput(traceClausesSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'clauses.traced' }, async (act) => {
      await assertOnFile(act, traces);
      for (const { clauseId, sourceKind, sourceId } of traces) {
        await addTrace(act, clauseId, { sourceKind, sourceId });
      }
      act.note({ traces });
    });
  }
}

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
