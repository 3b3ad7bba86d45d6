import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { calendarDateSchema, dateOf } from '../../calendar/index.js';
import { Acts } from '../../engine/index.js';
import {
  type Actor,
  formatActor,
  InvalidInput,
  lineInput,
  parseInput,
  sha256,
  textInput,
} from '../../platform/index.js';
import { ResearchVisit, type VisitKind } from './research-visit.entity.js';

export const visitKindTitles: Record<VisitKind, string> = {
  industry: '行业',
  district: '区域',
  enterprise: '企业',
};

export const usedInSchema = z.array(lineInput(64)).max(200, { error: '不得超过200条' });

export const logVisitSchema = z.object({
  kind: z.enum(['industry', 'district', 'enterprise'], {
    error: '应为 industry（行业）、district（区域）、enterprise（企业）之一',
  }),
  place: lineInput(),
  visitedOn: calendarDateSchema,
  hosts: z.array(lineInput()).min(1, { error: '请写明接待单位' }).max(50),
  findings: textInput().refine((text) => text.trim() !== '', { error: '请写明调研发现和意见建议' }),
  usedIn: usedInSchema.default([]),
});

/** Puts a research visit on file: where, when, with whom, what was found and which clauses use it. */
@Injectable()
export class LogVisitUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{kind, place, visitedOn, hosts: string[], findings, usedIn?: clauseIds}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<{ id: string }> {
    const visit = parseInput(logVisitSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'visit.logged' }, async (act) => {
      if (visit.visitedOn > dateOf(act.now)) throw stillToCome(visit.visitedOn);
      const id = act.ids.next();
      const logged = { loggedAt: act.now, loggedBy: formatActor(actor), revision: 1 };
      await act.tx.insert(ResearchVisit, { ...visit, ...logged, id, compilationId } as never);
      const { kind, visitedOn, usedIn } = visit;
      act.note({ id, kind, visitedOn, usedIn, findingsSha256: sha256(visit.findings) });
      return { id };
    });
  }
}

/** A plan is no visit: the gate counts what took place. */
export const stillToCome = (visitedOn: string): InvalidInput =>
  new InvalidInput(`走访日期${visitedOn}尚未到来，请在走访之后登记。`, 'visit-still-to-come');
