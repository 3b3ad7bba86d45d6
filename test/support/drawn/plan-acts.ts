import { type Sent } from '../../../src/engine/index.js';
import { dateOf } from '../../../src/calendar/index.js';
import {
  advanceCompilation,
  CompilationQuery,
  enterHolidays,
  findDeadlines,
  raiseIssue,
  amendIssue,
  withdrawIssue,
  escalateIssue,
  decideIssue,
  procedureKindNames,
  recordProcedure,
  PreviewTimelineQuery,
  shiftDeadlines,
  rescheduleDeadlines,
  withdrawProcedure,
  type MovesDates,
} from '../../../src/compilation/index.js';
import {
  changeBasisStatus,
  closeRealignment,
  confirmDraft,
  correctBasis,
  withdrawBasis,
  reopenRealignment,
  DraftsQuery,
  editClause,
  importDraft,
  traceClauses,
} from '../../../src/drafts/index.js';
import { withdrawVisit, amendVisit, logVisit, VisitsQuery } from '../../../src/materials/index.js';
import { implementationScheme2021 } from '../../../workflows/implementation-scheme-2021/index.js';
import { Database } from '../../../src/platform/index.js';
import { secretary } from '../test-house.js';
import { type Draw, type DrawnAct } from './draw.js';
import { unitActs } from './unit-acts.js';

/** Drawn dates and years are moved on paper only. */
const foreseen = <A extends MovesDates>(draw: Draw, act: A, sent: Sent<A>) =>
  draw.get(PreviewTimelineQuery).execute(act, { compilationId: draw.id, actor: draw.actor() }, sent);

const rule = (draw: Draw) => ({ kind: 'onOrBefore' as const, date: draw.day() });
const issue = (draw: Draw) => ({
  kind: draw.chance.pick(['分歧意见', '重大问题']),
  title: draw.text().slice(0, 100),
  views: ['甲', '乙']
    .slice(0, draw.chance.between(0, 2))
    .map((holder) => ({ holder, view: '意见', reason: '' })),
  proposal: draw.chance.pick(['', '从高']),
});
const visit = (draw: Draw) => ({
  kind: draw.chance.pick(['industry', 'district', 'enterprise']),
  place: draw.text().slice(0, 100),
  visitedOn: draw.chance.happens(0.6) ? draw.past() : draw.day(),
  hosts: ['某行业协会'],
  findings: draw.text(),
});
const workingClauses = async (draw: Draw) => {
  const versions = await draw.get(DraftsQuery).versions(draw.id);
  const last = versions.at(-1);
  return last === undefined ? [] : (await draw.get(DraftsQuery).view(draw.id, last.id)).clauses;
};
const procedure = (draw: Draw) => ({
  title: draw.text().slice(0, 100),
  conclusion: draw.chance.pick(['可控', '不可控', '合法', '须修改', '符合', null, '完成']),
  completedOn: draw.past(),
  sentOn: draw.past(),
  office: '法规处',
  returnedOn: draw.chance.happens(0.5) ? draw.day() : null,
  opinion: draw.text(),
  reportedOn: draw.past(),
  documentNumber: null,
  decision: draw.chance.pick(['批准', '退回']),
  decidedOn: draw.past(),
  approvalNumber: null,
});

/** Whoever suspended the plan resumes it; materials that hold it up are settled. So a year gets on. */
export const goOn: DrawnAct = async (draw) => {
  const { state } = await draw.get(CompilationQuery).status(draw.id);
  const advance = (event: string) =>
    draw.perform(advanceCompilation, secretary, { event, reason: '恢复编制' });
  if (state === 'suspended') {
    const deadlines = await draw.get(Database).read((reader) => findDeadlines(reader, draw.id));
    const kept = Object.fromEntries(deadlines.map((deadline) => [deadline.key, deadline.rule]));
    const order = { reason: '恢复编制，期限不变', deadlines: kept };
    await draw.perform(rescheduleDeadlines, secretary, order);
    return advance('resumeCompilation');
  }
  if (state !== 'drafting.collectingMaterials' || dateOf(draw.now) < '2021-08-04') return undefined;
  await unitActs.settle(draw);
  return advance('closeMaterials');
};

/** The course of the plan, its dates, its formalities and its text. */
export const planActs: Record<string, DrawnAct> = {
  async step(draw) {
    const gates = await draw.get(CompilationQuery).gates(draw.id);
    // What suspends or ends the plan is offered everywhere; drawn as often as the others it would be all that happens.
    const rare = draw.chance.happens(0.15)
      ? ['terminateCompilation']
      : ['terminateCompilation', 'suspendCompilation'];
    const offered = draw.chance.happens(0.9)
      ? gates.map(({ event }) => event)
      : Object.keys(implementationScheme2021.eventTitles);
    const events = offered.filter((event) => !rare.includes(event));
    const event = events.length === 0 ? 'nothing' : draw.chance.pick(events);
    return draw.perform(advanceCompilation, draw.actor(), { event, reason: draw.text().slice(0, 400) });
  },
  async moveDates(draw) {
    const deadlines = await draw.get(CompilationQuery).deadlines(draw.id);
    const keys = deadlines.map(({ key }) => key);
    const chosen = [draw.chance.pick(keys), draw.chance.happens(0.1) ? 'noSuchKey' : draw.chance.pick(keys)];
    const input = {
      reason: draw.text(),
      deadlines: Object.fromEntries(chosen.map((key) => [key, rule(draw)])),
    };
    await foreseen(draw, rescheduleDeadlines, input);
    return draw.perform(rescheduleDeadlines, draw.actor(), input);
  },
  shiftDates: (draw) => foreseen(draw, shiftDeadlines, { firstDay: draw.day() }),
  async holidays(draw) {
    const year = draw.chance.pick([2021, 2021, 2022, 1999]);
    const from = draw.day();
    const input = {
      year,
      source: draw.text().slice(0, 100),
      off: [{ from, to: from, name: '更正' }],
      makeUpWorkdays: [],
    };
    return foreseen(draw, enterHolidays, input);
  },
  recordProcedure: (draw) =>
    draw.perform(recordProcedure, draw.actor(), {
      kind: draw.chance.pick(procedureKindNames),
      content: procedure(draw),
    }),
  withdrawProcedure: async (draw) =>
    draw.perform(withdrawProcedure, draw.actor(), {
      recordId: draw.one(await draw.get(CompilationQuery).procedures(draw.id)),
      reason: draw.text(),
    }),
  raiseIssue: (draw) => draw.perform(raiseIssue, draw.actor(), issue(draw)),
  async changeIssue(draw) {
    const id = draw.one(await draw.get(CompilationQuery).issues(draw.id));
    const reason = draw.text().slice(0, 400);
    return draw.chance.pick([
      () => draw.perform(amendIssue, draw.actor(), { issueId: id, ...issue(draw), reason }),
      () => draw.perform(withdrawIssue, draw.actor(), { issueId: id, reason }),
      () => draw.perform(escalateIssue, draw.actor(), { issueId: id }),
      () => draw.perform(decideIssue, draw.actor(), { issueId: id, decision: draw.text(), reason }),
    ])();
  },
  logVisit: (draw) => draw.perform(logVisit, draw.actor(), visit(draw)),
  async changeVisit(draw) {
    const id = draw.one(await draw.get(VisitsQuery).list(draw.id));
    const reason = draw.text().slice(0, 400);
    return draw.chance.happens(0.5)
      ? draw.perform(withdrawVisit, draw.actor(), { visitId: id, reason })
      : draw.perform(amendVisit, draw.actor(), { visitId: id, ...visit(draw), revision: 1, reason });
  },
  async importDraft(draw) {
    const text = draw.chance.pick([
      '实施方案\n一、总体要求\n（一）指导思想。坚持质量第一。\n（二）主要目标。到2025年取得进展。\n二、任务\n（三）监督。健全机制。',
      draw.text(),
      '',
    ]);
    const input = { format: draw.chance.pick(['markdown', 'text', 'none']), text };
    const { draftVersionId } = await draw.perform(importDraft, draw.actor(), input);
    if (draw.chance.happens(0.8)) await draw.perform(confirmDraft, draw.actor(), { draftVersionId });
  },
  async editClause(draw) {
    const clauses = await workingClauses(draw);
    const clauseId = draw.one(clauses.map((clause) => ({ id: clause.clauseId })));
    const editable = await draw.get(DraftsQuery).editable(draw.id, clauseId);
    const { revision = 1, title = '' } = editable ?? {};
    const edit = { clauseId, revision, title, text: `${editable?.text ?? ''}${draw.text()}` };
    return draw.perform(editClause, draw.actor(), edit);
  },
  async trace(draw) {
    const clauses = (await workingClauses(draw)).map(({ clauseId }) => ({ id: clauseId }));
    const sourceId = draw.one(await draw.get(VisitsQuery).list(draw.id));
    const traces = [{ clauseId: draw.one(clauses), sourceKind: 'visit', sourceId }];
    return draw.perform(traceClauses, draw.actor(), { traces });
  },
  async basis(draw) {
    const { documents, tasks } = await draw.get(DraftsQuery).basis(draw.id);
    const key =
      draw.chance.happens(0.9) && documents.length > 0 ? draw.chance.pick(documents).key : 'no-such';
    const reason = draw.text().slice(0, 400);
    const named = { title: draw.text().slice(0, 100), documentNumber: null, issuedOn: draw.past() };
    const taskId = draw.one(tasks);
    return draw.chance.pick([
      () =>
        draw.perform(changeBasisStatus, draw.actor(), {
          key,
          status: draw.chance.pick(['未发布', '已发布', '已修订']),
          issuedOn: draw.past(),
        }),
      () => draw.perform(closeRealignment, draw.actor(), { taskId, result: draw.text().slice(0, 500) }),
      () => draw.perform(correctBasis, draw.actor(), { basisKey: key, ...named, reason }),
      () => draw.perform(withdrawBasis, draw.actor(), { basisKey: key, reason }),
      () => draw.perform(reopenRealignment, draw.actor(), { taskId, reason }),
    ])();
  },
};
