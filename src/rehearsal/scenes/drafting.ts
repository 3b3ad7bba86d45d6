import { closeRealignment, DraftsQuery, traceClauses } from '../../drafts/index.js';
import { logVisit, SubmissionsQuery } from '../../materials/index.js';
import { clauseIds, importText } from '../drafting-desk.js';
import { office, type Scene, scene, type Stage } from '../stage.js';

const visits = [
  { kind: 'industry', place: '上海市质量协会', visitedOn: '2021-08-16', host: '上海市质量协会' },
  { kind: 'district', place: '浦东新区', visitedOn: '2021-08-18', host: '浦东新区质量工作领导小组办公室' },
  {
    kind: 'enterprise',
    place: '上海电气（集团）总公司',
    visitedOn: '2021-08-20',
    host: '上海电气（集团）总公司',
  },
  { kind: 'district', place: '杨浦区', visitedOn: '2021-08-24', host: '杨浦区质量工作领导小组办公室' },
] as const;

/** 开展编制（8月）: the first draft from the materials, visits, the consultation draft. */
export function draftingScenes(): Scene[] {
  return [
    scene('2021-08-11', '10:00', async (stage) => {
      await importText(stage, '01-chugao.md');
      await traceMaterials(stage);
    }),
    scene('2021-08-12', '16:00', compareWithPlans),
    scene('2021-08-13', '15:00', (stage) => stage.stepForward().then(() => undefined)),
    scene('2021-08-16', '09:00', (stage) => stage.stepTooEarly()),
    ...visits.map(({ visitedOn, host, ...visit }) =>
      scene(visitedOn, '17:00', async (stage) => {
        const findings = '建议增加中小企业质量服务的内容，并明确时间表和路线图（推演数据）。';
        const record = { ...visit, visitedOn, hosts: [host], findings };
        await stage.perform(logVisit, office, record);
        stage.tell(`调研走访${visit.place}`);
      }),
    ),
    scene('2021-08-27', '10:00', (stage) =>
      importText(stage, '02-zhengqiuyijiangao.md').then(() => undefined),
    ),
    scene('2021-08-30', '15:00', (stage) => stage.stepForward().then(() => undefined)),
  ];
}

/** 衔接 (通知五、（二）): each plan above this one is compared with the first draft. */
async function compareWithPlans(stage: Stage): Promise<void> {
  const { tasks } = await stage.get(DraftsQuery).basis(stage.compilationId);
  const result = '目标、指标和任务与其一致，未发现抵触之处（推演数据）。';
  for (const { id: taskId } of tasks.filter(({ closedAt }) => closedAt === null)) {
    await stage.perform(closeRealignment, office, { taskId, result });
  }
  stage.tell(`与上位规划对照${tasks.length}项`);
}

/** Each article names two of the materials it was written from. */
async function traceMaterials(stage: Stage): Promise<void> {
  const accepted = await stage.get(SubmissionsQuery).accepted(stage.compilationId);
  const traces = (await clauseIds(stage)).flatMap((clauseId) =>
    [stage.chance.pick(accepted), stage.chance.pick(accepted)].map(({ id: sourceId }) => ({
      clauseId,
      sourceKind: 'submission' as const,
      sourceId,
    })),
  );
  await stage.perform(traceClauses, office, { traces });
}
