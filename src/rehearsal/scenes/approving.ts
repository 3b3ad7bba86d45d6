import { recordProcedure } from '../../compilation/index.js';
import {
  type ExplanationKey,
  PacketQuery,
  passOver,
  requestPacket,
  writeExplanation,
} from '../../packet/index.js';
import { filePoint } from '../../review/index.js';
import { Worker } from '../../worker/index.js';
import { clauseIds, importText } from '../drafting-desk.js';
import { office, type Scene, scene, type Stage } from '../stage.js';
import { approveAll, assignAll, disposeAll } from './consulting.js';
import { alreadyReflected } from '../opinion-samples.js';
import { answerPoints, sharpen } from './reviewing.js';

const done = () => undefined;

/** 报批（12月）: the packet is returned once, approved the second time, and the scheme is published. */
export function approvingScenes(): Scene[] {
  return [
    scene('2021-12-01', '10:00', (stage) => stage.stepTooEarly()),
    scene('2021-12-02', '10:00', settleLateOpinions),
    scene('2021-12-07', '10:00', explain),
    scene('2021-12-08', '09:00', buildPacket),
    scene('2021-12-10', '10:00', (stage) => stage.stepForward().then(done)),
    scene('2021-12-16', '15:00', returnPacket),
    scene('2021-12-20', '10:00', async (stage) => {
      await importText(stage, '05-baopigao.md', sharpen('市政府退回意见'));
      await answerPoints(stage);
      await stage.stepForward();
    }),
    scene('2021-12-21', '09:00', buildPacket),
    scene('2021-12-22', '10:00', (stage) => stage.stepForward().then(done)),
    scene('2021-12-28', '15:00', approve),
    scene('2021-12-29', '10:00', (stage) => importText(stage, '06-fabugao.md').then(done)),
    scene('2021-12-30', '10:00', (stage) => stage.stepForward().then(done)),
  ];
}

/** The draft is frozen by then: what came late can no longer change it, only be answered. */
async function settleLateOpinions(stage: Stage): Promise<void> {
  await assignAll(stage);
  await disposeAll(stage, () => alreadyReflected);
  await approveAll(stage);
}

async function explain(stage: Stage): Promise<void> {
  await finishPacket(stage);
  const report = { reportedOn: '2021-12-06', documentNumber: null };
  await stage.perform(recordProcedure, office, { kind: 'partyCommitteeReport', content: report });
}

/** Every section is written; where units contradict each other, the office lets both values stand and says so. */
async function finishPacket(stage: Stage): Promise<void> {
  const { compilationId } = stage;
  const places = await stage.get(PacketQuery).unfinished(compilationId);
  for (const { place, kind } of places.filter(({ pass }) => pass === null)) {
    if (kind === 'section') {
      const section = place.replace('section:', '') as ExplanationKey;
      const text = sectionTexts[section] ?? '无（推演用文字）。';
      await stage.perform(writeExplanation, office, { section, text });
    } else {
      const reason = '各单位统计口径不同，报批稿采用统计部门的口径（推演用文字）。';
      const pass = { place, reason, post: '市质量办主任' };
      await stage.perform(passOver, office, pass);
    }
  }
  stage.tell(`编制说明补写、从略${places.length}处`);
}

const sectionTexts: Record<string, string> = {
  background: '编制本实施方案，是贯彻落实质量强国建设决策部署的需要（推演用文字）。',
  basis: '本方案与上述法律、法规和国家政策一致，没有抵触（推演用文字）。',
  structure: '全文按总体要求、重点任务、保障措施谋篇布局（推演用文字）。',
  indicators: '报批稿采用的指标以统计部门公布的口径为准，由各责任单位测算（推演用文字）。',
  alignment: '主要目标、指标和任务已与国家、市“十四五”规划纲要逐项衔接（推演用文字）。',
  remarks: '无。',
};

async function buildPacket(stage: Stage): Promise<void> {
  const { ledgerSeq } = await stage.perform(requestPacket, office, {});
  await stage.get(Worker).runDue();
  stage.tell(`按台账第${ledgerSeq}条生成报批材料`);
}

async function returnPacket(stage: Stage): Promise<void> {
  const decision = {
    decision: '退回' as const,
    decidedOn: '2021-12-16',
    approvalNumber: null,
    opinion: '请进一步明确保障措施。',
  };
  await stage.perform(recordProcedure, office, { kind: 'municipalDecision', content: decision });
  await stage.sendBack('市政府退回');
  const [clauseId] = await clauseIds(stage);
  await stage.perform(filePoint, office, { kind: 'municipal', clauseId, content: '请进一步明确保障措施。' });
}

async function approve(stage: Stage): Promise<void> {
  const approvalNumber = '沪府〔2021〕（推演）号';
  const content = { decision: '批准' as const, decidedOn: '2021-12-28', approvalNumber };
  await stage.perform(recordProcedure, office, { kind: 'municipalDecision', content });
  await stage.stepForward();
}
