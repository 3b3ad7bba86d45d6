import { findDraftingGroup } from '../../../compilation/index.js';
import { findClauses } from '../../../drafts/index.js';
import { countEvidence, findVisits, type VisitKind, visitKindTitles } from '../../../materials/index.js';
import { type Progress } from '../../../obligations/index.js';
import { courseStage, type PlanDefinition, wordsFor } from '../../../../workflows/index.js';
import { type Column, heading, paragraph, type Row, table } from '../rows.js';
import { positionOf } from '../../../engine/index.js';
import { dayText, type ExplanationScope, type Section } from './section.js';
import { findSteps, type Step } from './steps.js';

/** 编制过程, as the ledger and the registers have it. */
export const course: Section = async (scope) => {
  const steps = await findSteps(scope.tx, scope.compilation.id);
  const { plan } = await positionOf(scope.tx, scope.compilation.id);
  return [
    heading(2, '（一）启动和起草工作组'),
    ...(await beginning(scope, plan, steps)),
    heading(2, '（二）材料收集'),
    ...(await materials(scope)),
    heading(2, '（三）调研走访'),
    ...(await visits(scope)),
    heading(2, '（四）主要步骤'),
    ...stepRows(plan, steps),
  ];
};

async function beginning(
  { tx, compilation }: ExplanationScope,
  plan: PlanDefinition,
  steps: Step[],
): Promise<Row[]> {
  const first = wordsFor(plan, courseStage)?.events.start;
  const start = steps.find(({ event }) => event === first);
  const began = start === undefined ? '台账中没有启动编制的记录。' : `${dayText(start.at)}启动编制。`;
  const group = await findDraftingGroup(tx, compilation.id);
  if (group.length === 0) return [paragraph(`${began}没有登记起草工作组名单。`)];
  const count = (role: string) => group.filter((member) => member.role === role).length;
  const heads = group.filter(({ role }) => role === 'head').map(({ post }) => post.replace(/（岗位）$/, ''));
  const roles = `组长${count('head')}个、成员${count('member')}个、秘书处${count('secretariat')}个`;
  const head = heads.length === 0 ? '' : `组长由${heads.join('、')}担任。`;
  return [paragraph(`${began}起草工作组共登记${group.length}个岗位（${roles}）。${head}`)];
}

const materialColumns: Column[] = [
  { title: '单位类别', width: 3844 },
  { title: '应报送', width: 1000 },
  { title: '审核通过', width: 1000 },
  { title: '豁免', width: 1000 },
  { title: '延期', width: 1000 },
  { title: '逾期报送', width: 1000 },
];

async function materials({ tx, compilation, reads }: ExplanationScope): Promise<Row[]> {
  const counts = await reads.obligations.progress(compilation.id);
  const all = counts[counts.length - 1];
  if (all.total === 0) return [paragraph('没有下达报送任务。')];
  const { materials: fourPart, reports } = await countEvidence(tx, compilation.id);
  const { total, accepted, waived, extended, handedInLate } = all;
  return [
    paragraph(
      `共下达报送任务${total}项，审核通过${accepted}项，豁免${waived}项；` +
        `经批准延期${extended}项，期限届满后报送${handedInLate}项。` +
        `审核通过的材料中，质量强业、质量强区、质量强企材料${fourPart}份，研究报告${reports}份。`,
    ),
    ...table(materialColumns, counts.map(materialCells)),
  ];
}

const materialCells = ({ title, total, accepted, waived, extended, handedInLate }: Progress): string[] => [
  title,
  ...[total, accepted, waived, extended, handedInLate].map(String),
];

const visitColumns: Column[] = [
  { title: '日期', width: 1900 },
  { title: '类别', width: 800 },
  { title: '地点', width: 2000 },
  { title: '接待单位', width: 2344 },
  { title: '用于条款', width: 1800 },
];

async function visits({ tx, compilation, draft }: ExplanationScope): Promise<Row[]> {
  const logged = await findVisits(tx, compilation.id);
  if (logged.length === 0) return [paragraph('没有登记调研走访。')];
  const labels = new Map((await findClauses(tx, draft.id)).map(({ clauseId, label }) => [clauseId, label]));
  const kinds = Object.entries(visitKindTitles).map(
    ([kind, title]) => `${title}${logged.filter((visit) => visit.kind === (kind as VisitKind)).length}次`,
  );
  const cells = logged.map(({ visitedOn, kind, place, hosts, usedIn }) => [
    dayText(visitedOn),
    visitKindTitles[kind],
    place,
    hosts.join('、'),
    usesOf(usedIn, labels),
  ]);
  return [
    paragraph(`共调研走访${logged.length}次，其中${kinds.join('、')}。`),
    ...table(visitColumns, cells),
  ];
}

/** Clauses that were struck out since are said to be gone: their use is on record and not in the text. */
function usesOf(usedIn: readonly string[], labels: ReadonlyMap<string, string>): string {
  const standing = usedIn.flatMap((clauseId) => labels.get(clauseId) ?? []);
  const gone = usedIn.length - standing.length;
  return [...standing, ...(gone === 0 ? [] : [`${gone}条已不在本稿中`])].join('；');
}

const stepColumns: Column[] = [
  { title: '日期', width: 2000 },
  { title: '步骤', width: 2300 },
  { title: '办理后所处环节', width: 2944 },
  { title: '文稿版本', width: 1600 },
];

function stepRows({ eventTitles, stateTitles, sendsBack }: PlanDefinition, steps: Step[]): Row[] {
  if (steps.length === 0) return [paragraph('台账中没有办理步骤的记录。')];
  const returns = steps.filter(({ event }) => sendsBack.some((back) => back.event === event));
  const returned = returns.map(({ at, event }) => `${dayText(at)}${eventTitles[event]}`).join('；');
  const note = returns.length === 0 ? '' : `，其中退回修改${returns.length}次（${returned}）`;
  const cells = steps.map(({ at, event, state, draftVersion }) => [
    dayText(at),
    eventTitles[event] ?? event,
    stateTitles[state] ?? state,
    draftVersion ?? '',
  ]);
  return [paragraph(`台账共记录${steps.length}个步骤${note}。`), ...table(stepColumns, cells)];
}
