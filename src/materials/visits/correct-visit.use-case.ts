import { Injectable } from '@nestjs/common';
import { dateOf } from '../../calendar/index.js';
import { requireNoStepSince } from '../../compilation/index.js';
import {
  type Act,
  Acts,
  correctionReason,
  type Position,
  withdrawRow,
  withdrawSchema,
} from '../../engine/index.js';
import { type Actor, NotFound, parseInput, saveRevision, sha256 } from '../../platform/index.js';
import { z } from 'zod';
import { visitStage } from '../../../workflows/index.js';
import { logVisitSchema, stillToCome } from './log-visit.use-case.js';
import { ResearchVisit } from './research-visit.entity.js';

export const amendVisitSchema = logVisitSchema
  .omit({ usedIn: true })
  .extend({ revision: z.int().min(1), reason: correctionReason });

/** Corrects or takes back a visit on file, until the draft that rests on the visits stands. */
@Injectable()
export class CorrectVisitUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{revision, kind, place, visitedOn, hosts, findings, reason}` */
  async amend(compilationId: string, actor: Actor, visitId: string, input: unknown): Promise<void> {
    const { revision, reason, ...visit } = parseInput(amendVisitSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'visit.amended' }, async (act) => {
      await this.unused(act, visitId);
      if (visit.visitedOn > dateOf(act.now)) throw stillToCome(visit.visitedOn);
      await saveRevision(act.tx, ResearchVisit, { id: visitId, revision }, visit, '该调研走访记录');
      const { kind, visitedOn, findings } = visit;
      act.note({ id: visitId, kind, visitedOn, reason, findingsSha256: sha256(findings) });
    });
  }

  /** @param input `{reason}` */
  async withdraw(compilationId: string, actor: Actor, visitId: string, input: unknown): Promise<void> {
    const { reason } = parseInput(withdrawSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'visit.withdrawn' }, async (act) => {
      await withdrawRow(act, ResearchVisit, await this.unused(act, visitId), reason);
    });
  }

  private async unused({ tx, compilationId }: Act, id: string): Promise<ResearchVisit> {
    const visit = await tx.findOneBy(ResearchVisit, { id, compilationId });
    if (visit === null) throw new NotFound('调研走访', id);
    const steps = (at: Position) => at.stepsAsking(visitStage, 'visitsLogged');
    await requireNoStepSince(tx, compilationId, visit.loggedAt, steps, '该调研走访记录');
    return visit;
  }
}
