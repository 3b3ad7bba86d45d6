import { z } from 'zod';
import { correctionReason, defineAct, type Position, withdrawRow } from '../engine/index.js';
import { exampleId, idSchema, named, NotFound, secretariat } from '../platform/index.js';
import { approveStage, draftStage, plenaryStage } from '../../workflows/index.js';
import { type ProcedureKind, procedureKindNames, procedureKinds } from './procedure-kinds.js';
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

/**
 * Takes back a formality that was put on file by mistake; the one before it counts again.
 * @throws RecordInUse once a step weighed it
 */
export const withdrawProcedure = defineAct({
  name: 'procedure.withdrawn',
  title: '撤回办理情况',
  summary: '撤回一次误登的程序性文件；以前登记的重新算数',
  may: secretariat,
  path: 'procedures/:recordId/withdraw',
  input: z.object({ recordId: idSchema, reason: named('事由', correctionReason) }),
  example: { recordId: exampleId, reason: '误登' },
  answer: z.object({ kind: z.enum(procedureKindNames) }),
  async perform(act, { recordId: id, reason }) {
    const { tx, compilationId } = act;
    const record = await tx.findOneBy(ProcedureRecord, { id, compilationId });
    if (record === null) throw new NotFound('程序性文件', id);
    const kind = record.kind as ProcedureKind;
    const what = `该次登记的${procedureKinds[kind].title}`;
    await requireNoStepSince(tx, compilationId, record.recordedAt, weighedBy[kind], what);
    await withdrawRow(act, ProcedureRecord, record, reason);
    act.note({ kind });
    return { kind };
  },
});
