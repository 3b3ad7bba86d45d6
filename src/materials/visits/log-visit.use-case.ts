import { z } from 'zod';
import { calendarDateSchema, dateOf } from '../../calendar/index.js';
import { defineAct } from '../../engine/index.js';
import {
  formatActor,
  InvalidInput,
  lineInput,
  named,
  secretariat,
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

/** What is on file of a visit. */
export const visitInput = z.object({
  kind: named(
    '走访对象',
    z.enum(['industry', 'district', 'enterprise'], {
      error: '应为 industry（行业）、district（区域）、enterprise（企业）之一',
    }),
  ),
  place: named('地点', lineInput()),
  visitedOn: named('日期', calendarDateSchema),
  hosts: named('接待单位', z.array(lineInput()).min(1, { error: '请写明接待单位' }).max(50)),
  findings: named(
    '了解到的情况',
    textInput().refine((text) => text.trim() !== '', { error: '请写明调研发现和意见建议' }),
  ),
});

export const visitExample = {
  kind: 'industry' as const,
  place: '某行业协会',
  visitedOn: '2021-08-18',
  hosts: ['某行业协会'],
  findings: '检验检测能力分布不均，建议统筹布局。',
};

/** Puts a research visit on file: where, when, with whom, what was found and which clauses use it. */
export const logVisit = defineAct({
  name: 'visit.logged',
  title: '登记调研走访',
  summary: '登记一次调研走访',
  may: secretariat,
  path: 'visits',
  input: visitInput.extend({ usedIn: named('采用所得的条款', usedInSchema.default([])) }),
  example: visitExample,
  answer: z.object({ id: z.string() }),
  status: 201,
  async perform(act, visit) {
    const { compilationId } = act;
    if (visit.visitedOn > dateOf(act.now)) throw stillToCome(visit.visitedOn);
    const id = act.ids.next();
    const logged = { loggedAt: act.now, loggedBy: formatActor(act.actor), revision: 1 };
    await act.tx.insert(ResearchVisit, { ...visit, ...logged, id, compilationId } as never);
    const { kind, visitedOn, usedIn } = visit;
    act.note({ id, kind, visitedOn, usedIn, findingsSha256: sha256(visit.findings) });
    return { id };
  },
});

/** A plan is no visit: the gate counts what took place. */
export const stillToCome = (visitedOn: string): InvalidInput =>
  new InvalidInput(`走访日期${visitedOn}尚未到来，请在走访之后登记。`, 'visit-still-to-come');
