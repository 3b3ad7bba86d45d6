import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import {
  type Actor,
  digest,
  canonicalJson,
  formatActor,
  InvalidInput,
  type JsonObject,
  parseInput,
  requireBegan,
} from '../platform/index.js';
import { findCompilation, latestRecord } from './compilation.repository.js';
import { procedureContent } from './edited-content.js';
import { checkDays } from './procedure-days.js';
import { type ProcedureKind, procedureKindNames, procedureKinds } from './procedure-kinds.js';
import { ProcedureRecord } from './procedure-record.entity.js';
import { ProcedureScans } from './procedure-scans.js';

const kindSchema = z.enum(procedureKindNames as [ProcedureKind, ...ProcedureKind[]], {
  error: `应为 ${procedureKindNames.join('、')} 之一`,
});

class FileUnknown extends InvalidInput {
  constructor(digest: string) {
    super(
      `没有摘要为${digest.slice(0, 12)}…的文件；请先上传扫描件，再用上传后得到的摘要登记。`,
      'file-unknown',
    );
  }
}

/** Puts a formality on file (evaluation, legality review, risk, fair competition, party committee, decision). */
@Injectable()
export class RecordProcedureUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly scans: ProcedureScans,
  ) {}

  /** @param began the mark of the record that this one takes the place of */
  async execute(
    compilationId: string,
    actor: Actor,
    kind: string,
    content: unknown,
    fileDigest: string | null = null,
    began?: string,
  ): Promise<{ id: string }> {
    const known = parseInput(kindSchema, kind);
    const parsed = parseInput(procedureKinds[known].schema as z.ZodType<JsonObject>, content);
    if (fileDigest !== null && !(await this.scans.exists(fileDigest))) throw new FileUnknown(fileDigest);
    return this.acts.perform({ compilationId, actor, type: 'procedure.recorded' }, async (act) => {
      const { tx, now } = act;
      await findCompilation(tx, compilationId);
      const last = await latestRecord(tx, compilationId, known);
      requireBegan(began, procedureContent(last), `登记的${procedureKinds[known].title}`);
      await checkDays(known, parsed as never, { tx, compilationId, now });
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
