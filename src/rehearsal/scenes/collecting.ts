import { ProcedureScans, recordProcedure } from '../../compilation/index.js';
import { saveDraft, submitMaterial, uploadCoverLetter } from '../../materials/index.js';
import {
  acceptObligations,
  acknowledgeObligation,
  extendObligation,
  type ObligationRow,
  ObligationsQuery,
  returnObligation,
  waiveObligations,
} from '../../obligations/index.js';
import { type Actor, Refusal } from '../../platform/index.js';
import { materialOf } from '../material-samples.js';
import { office, type Scene, scene, type Stage } from '../stage.js';
import { sampleScan } from '../sample-scan.js';

/** The play cannot make a unit late that does not take part in it. */
export class LateUnitUnknown extends Refusal {
  constructor(name: string) {
    super('late-unit-unknown', `参加推演的单位中没有“${name}”；请核对单位全称，或者增加参加的单位数。`);
  }
}

/** What becomes of a unit's obligation in this play. */
type Fate = 'early' | 'lastDay' | 'late' | 'extended' | 'returned' | 'never';

const fates: { fate: Fate; share: number }[] = [
  { fate: 'early', share: 0.5 },
  { fate: 'lastDay', share: 0.25 },
  { fate: 'returned', share: 0.08 },
  { fate: 'extended', share: 0.07 },
  { fate: 'late', share: 0.07 },
  { fate: 'never', share: 0.03 },
];
const daysOf: Record<Exclude<Fate, 'never'>, string[]> = {
  early: ['2021-07-06', '2021-07-09', '2021-07-14', '2021-07-19', '2021-07-21'],
  returned: ['2021-07-12', '2021-07-15'],
  lastDay: ['2021-07-23', '2021-07-26'],
  late: ['2021-07-28', '2021-07-30', '2021-08-02'],
  extended: ['2021-07-30', '2021-08-02'],
};

const unitActor = (unit: ObligationRow): Actor => ({ kind: 'unit', id: unit.unitId });

/** 材料收集（6—7月）: who hands in early, on the last day, late, after an extension, twice, or never. */
export function collectingScenes(lateUnit?: string): Scene[] {
  const plan = new Map<string, { fate: Fate; day: string }>();
  const handInDays = [...new Set(Object.values(daysOf).flat())].sort();
  return [
    scene('2021-06-25', '09:30', async (stage) => {
      await stage.stepForward();
      await castUnits(stage, plan, lateUnit);
    }),
    scene('2021-06-28', '14:00', (stage) => acknowledge(stage, plan)),
    scene('2021-07-22', '15:00', (stage) => extend(stage, plan)),
    ...handInDays.map((day) => scene(day, '14:00', (stage) => handInAll(stage, plan, day))),
    scene('2021-07-16', '10:00', (stage) => returnSome(stage, plan)),
    scene('2021-07-22', '16:00', (stage) => resubmit(stage, plan)),
    ...['2021-07-20', '2021-07-27', '2021-08-03'].map((day) => scene(day, '16:30', acceptAll)),
    scene('2021-07-27', '17:00', (stage) => stage.stepTooEarly()),
    scene('2021-08-04', '10:00', waiveRest),
    scene('2021-08-04', '11:00', (stage) => stage.stepForward().then(() => undefined)),
    scene('2021-08-05', '10:00', recordEvaluation),
  ];
}

const listOwed = (stage: Stage, states?: string[]) =>
  stage.get(ObligationsQuery).list(stage.compilationId, { kind: 'material', states });

async function castUnits(
  stage: Stage,
  plan: Map<string, { fate: Fate; day: string }>,
  lateUnit: string | undefined,
): Promise<void> {
  const owed = await listOwed(stage);
  for (const { id } of owed) {
    let drawn = stage.chance.next();
    const { fate } = fates.find(({ share }) => (drawn -= share) < 0) ?? fates[0];
    plan.set(id, { fate, day: fate === 'never' ? '' : stage.chance.pick(daysOf[fate]) });
  }
  if (lateUnit === undefined) return;
  const named = owed.find(({ unitName }) => unitName === lateUnit);
  if (named === undefined) throw new LateUnitUnknown(lateUnit);
  plan.set(named.id, { fate: 'late', day: daysOf.late[daysOf.late.length - 1] });
}

/** Who will never hand in has not said either that the notice arrived; a few others forget to. */
async function acknowledge(stage: Stage, plan: Map<string, { fate: Fate }>): Promise<void> {
  const signing = (await listOwed(stage)).filter(
    ({ id }) => plan.get(id)?.fate !== 'never' && stage.chance.happens(0.95),
  );
  for (const unit of signing) {
    await stage.perform(acknowledgeObligation, unitActor(unit), { obligationId: unit.id });
  }
  stage.tell(`${signing.length}家单位签收通知`);
}

async function handInAll(stage: Stage, plan: Map<string, { day: string }>, day: string): Promise<void> {
  const owed = await listOwed(stage, ['owed', 'drafting']);
  const today = owed.filter(({ id }) => plan.get(id)?.day === day);
  for (const unit of today) await handIn(stage, unit);
  if (today.length > 0) stage.tell(`${today.length}家单位报送材料`);
}

async function handIn(stage: Stage, unit: ObligationRow): Promise<void> {
  const actor = unitActor(unit);
  const content = materialOf(stage.chance, unit, 10);
  await stage.perform(saveDraft, actor, { obligationId: unit.id, revision: 0, content });
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const letter = { name: '盖章公函.pdf', mediaType: 'application/pdf', bytes };
  await stage.perform(uploadCoverLetter, actor, { obligationId: unit.id }, letter);
  await stage.perform(submitMaterial, actor, { obligationId: unit.id });
}

async function extend(stage: Stage, plan: Map<string, { fate: Fate }>): Promise<void> {
  const owed = (await listOwed(stage, ['owed', 'drafting'])).filter(
    ({ id }) => plan.get(id)?.fate === 'extended',
  );
  const order = {
    until: '2021-08-03',
    reason: '本单位正在汇总下属单位数据',
    approver: '市质量办副主任（岗位）',
  };
  for (const { id } of owed) await stage.perform(extendObligation, office, { obligationId: id, ...order });
  stage.tell(`同意${owed.length}家单位延期`);
}

async function returnSome(stage: Stage, plan: Map<string, { fate: Fate }>): Promise<void> {
  const submitted = await listOwed(stage, ['submitted']);
  const comments = ['“目标”部分请补充2035年指标的测算依据。', '“任务与举措”请写明责任部门。'];
  for (const { id } of submitted.filter((unit) => plan.get(unit.id)?.fate === 'returned')) {
    await stage.perform(returnObligation, office, { obligationId: id, comments });
  }
}

async function resubmit(stage: Stage, plan: Map<string, { fate: Fate }>): Promise<void> {
  const returned = (await listOwed(stage, ['returned'])).filter(
    ({ id }) => plan.get(id)?.fate === 'returned',
  );
  for (const unit of returned) {
    await stage.perform(submitMaterial, unitActor(unit), { obligationId: unit.id });
  }
  stage.tell(`${returned.length}家单位补正后重新报送`);
}

async function acceptAll(stage: Stage): Promise<void> {
  const ids = (await listOwed(stage, ['submitted'])).map(({ id }) => id);
  if (ids.length > 0) await stage.perform(acceptObligations, office, { ids });
  stage.tell(`审核通过${ids.length}家单位的材料`);
}

async function waiveRest(stage: Stage): Promise<void> {
  const ids = (await listOwed(stage, ['owed', 'drafting', 'returned'])).map(({ id }) => id);
  const waiver = {
    ids,
    reason: '经电话催报，该单位确无相关职责，不再报送',
    approver: '市质量办副主任（岗位）',
  };
  if (ids.length > 0) await stage.perform(waiveObligations, office, waiver);
  stage.tell(`豁免${ids.length}家单位`);
}

async function recordEvaluation(stage: Stage): Promise<void> {
  const evaluation = {
    title: '《上海市质量发展规划（2011—2020年）》实施成效评估报告',
    conclusion: '规划确定的主要目标和任务总体完成（推演数据）。',
    completedOn: '2021-08-04',
  };
  const scan = await stage.get(ProcedureScans).keep(sampleScan());
  await stage.perform(recordProcedure, office, { kind: 'evaluation', content: evaluation, fileDigest: scan });
}
