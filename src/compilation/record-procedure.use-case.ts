import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import {
  type Actor,
  digest,
  canonicalJson,
  formatActor,
  type JsonObject,
  parseInput,
} from '../platform/index.js';
import { findCompilation } from './compilation.repository.js';
import { type ProcedureKind, procedureKindNames, procedureKinds } from './procedure-kinds.js';
import { ProcedureRecord } from './procedure-record.entity.js';

const kindSchema = z.enum(procedureKindNames as [ProcedureKind, ...ProcedureKind[]], {
  error: `应为 ${procedureKindNames.join('、')} 之一`,
});

/** Puts a formality on file (evaluation, legality review, risk, fair competition, party committee, decision). */
@Injectable()
export class RecordProcedureUseCase {
  constructor(private readonly acts: Acts) {}

  async execute(
    compilationId: string,
    actor: Actor,
    kind: string,
    content: unknown,
    fileDigest: string | null = null,
  ): Promise<{ id: string }> {
    const known = parseInput(kindSchema, kind);
    const parsed = parseInput(procedureKinds[known].schema as z.ZodType<JsonObject>, content);
    return this.acts.perform({ compilationId, actor, type: 'procedure.recorded' }, async (act) => {
      await findCompilation(act.tx, compilationId);
      const id = act.ids.next();
      const recordedBy = formatActor(actor);
      await act.tx.insert(ProcedureRecord, {
        id,
        compilationId,
        kind: known,
        content: parsed as never,
        fileDigest,
        recordedAt: act.now,
        recordedBy,
      });
      act.note({ id, kind: known, contentDigest: digest('sha256', canonicalJson(parsed)), fileDigest });
      return { id };
    });
  }
}
