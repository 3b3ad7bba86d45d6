import { Injectable } from '@nestjs/common';
import { Acts, type Position, withdrawRow, withdrawSchema } from '../engine/index.js';
import { type Actor, NotFound, parseInput } from '../platform/index.js';
import { approveStage, draftStage, plenaryStage } from '../../workflows/index.js';
import { type ProcedureKind, procedureKinds } from './procedure-kinds.js';
import { ProcedureRecord } from './procedure-record.entity.js';
import { requireNoStepSince } from './step-taken-since.js';

/** The steps that weigh a formality of each kind. */
const weighedBy: Record<ProcedureKind, (at: Position) => string[]> = {
  evaluation: (at) => at.stepsAsking(draftStage, 'evaluationOnFile'),
  legalityReview: (at) => at.stepsAsking(plenaryStage, 'legalityReviewed'),
  riskAssessment: (at) => at.stepsAsking(plenaryStage, 'riskAssessed'),
  fairCompetitionReview: (at) => at.stepsAsking(plenaryStage, 'fairCompetitionReviewed'),
  partyCommitteeReport: (at) => at.stepsAsking(approveStage, 'partyCommitteeReported'),
  municipalDecision: (at) => at.events(approveStage, 'sendBack', 'approve'),
};

/** Takes back a formality that was put on file by mistake; the one before it counts again. */
@Injectable()
export class WithdrawProcedureUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{reason}`; @throws RecordInUse once a step weighed it */
  async execute(
    compilationId: string,
    actor: Actor,
    recordId: string,
    input: unknown,
  ): Promise<{ kind: ProcedureKind }> {
    const { reason } = parseInput(withdrawSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'procedure.withdrawn' }, async (act) => {
      const record = await act.tx.findOneBy(ProcedureRecord, { id: recordId, compilationId });
      if (record === null) throw new NotFound('程序性文件', recordId);
      const kind = record.kind as ProcedureKind;
      const what = `该次登记的${procedureKinds[kind].title}`;
      await requireNoStepSince(act.tx, compilationId, record.recordedAt, weighedBy[kind], what);
      await withdrawRow(act, ProcedureRecord, record, reason);
      act.note({ kind });
      return { kind };
    });
  }
}
