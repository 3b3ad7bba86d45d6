import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput } from '../platform/index.js';
import { traceKinds } from './clause.entity.js';
import { addTrace } from './traces.js';

const mostTraces = 1000;

export const traceClausesSchema = z.object({
  traces: z
    .array(z.object({ clauseId: z.string(), sourceKind: z.enum(traceKinds), sourceId: z.string() }))
    .min(1, { error: '至少注明一处来源' })
    .max(mostTraces, { error: `一次不超过${mostTraces}处` }),
});

/** Notes on clauses of the working revision which submissions and visits they came from. */
@Injectable()
export class TraceClausesUseCase {
  constructor(private readonly acts: Acts) {}

  async execute(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { traces } = parseInput(traceClausesSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'clauses.traced' }, async (act) => {
      for (const { clauseId, sourceKind, sourceId } of traces) {
        await addTrace(act, clauseId, { sourceKind, sourceId });
      }
      act.note({ traces });
    });
  }
}
