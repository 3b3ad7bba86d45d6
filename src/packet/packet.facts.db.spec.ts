import { type ConsultationOffice, openConsultationOffice } from '../../test/support/consultation-office.js';
import { assess, importText, react, freezeDraft, reopenDraft } from '../../test/support/drafts-steps.js';
import { approvalText, buildPacket, freezeApprovalDraft } from '../../test/support/packet-office.js';
import { secretary } from '../../test/support/test-house.js';
import {
  raiseIssue,
  recordProcedure,
  type ProcedureKind,
  type RecordedContent,
} from '../compilation/index.js';
import { Acts } from '../engine/index.js';
import { LedgerQuery } from '../ledger/index.js';
import { logVisit } from '../materials/index.js';
import { Database } from '../platform/index.js';
import { PostDigestUseCase } from '../reminders/index.js';
import { PacketQuery, requestPacket, writeExplanation } from './index.js';
import { gatherPacketFacts } from './packet.facts.js';

const day = 86_400_000;
const contains = (text: string) => expect.stringContaining(text) as string;
const visit = {
  kind: 'district' as const,
  place: '杨浦区',
  visitedOn: '2021-08-24',
  hosts: ['杨浦区质量工作领导小组办公室'],
  findings: '建议加强中小企业质量服务。',
};
const disagreement = {
  kind: '分歧意见' as const,
  title: '指标口径',
  views: [{ holder: '甲局', view: '按年', reason: '便于考核' }],
  proposal: '按五年累计',
};

describe('四项报批材料齐全，对应同一文稿版本', () => {
  let house: ConsultationOffice;
  const facts = () => house.get(Database).read((tx) => gatherPacketFacts(tx, house.compilationId));
  const gate = () => assess(house, 'packetComplete');
  const record = (kind: ProcedureKind, content: RecordedContent) =>
    house.perform(recordProcedure, { kind, content });
  beforeAll(async () => {
    house = await openConsultationOffice();
    await house.closeConsultation();
    await freezeApprovalDraft(house);
  });
  afterAll(() => house.close());

  test('before anything is asked for, all four are missing', async () => {
    expect((await facts()).missing).toEqual(['报批稿', '编制说明', '征求意见汇总处理表', '支持报告汇编']);
    expect(await gate()).toMatchObject({
      met: false,
      sentence: contains('缺少报批稿、编制说明'),
    });
  });

  test('asked for, but not built yet, it cannot be submitted', async () => {
    await house.perform(requestPacket, {});
    expect(await gate()).toMatchObject({ met: false, sentence: contains('尚未生成') });
  });

  test('built, it may be submitted', async () => {
    await buildPacket(house);
    expect(await gate()).toMatchObject({ met: true, sentence: contains('报批稿第2稿') });
  });

  test('mails, digests and the report to the Party committee leave it fresh', async () => {
    await house.moveTo(new Date(house.clock.now() + 3 * day).toISOString());
    await house.get(PostDigestUseCase).execute(house.compilationId, secretary);
    await record('partyCommitteeReport', { reportedOn: '2021-10-01', documentNumber: null });
    expect((await facts()).stale).toEqual([]);
  });

  const explained: [string, () => Promise<unknown>][] = [
    ['a text that is written for it', () => write()],
    ['a formality', () => record('riskAssessment', { conclusion: '可控', completedOn: '2021-10-01' })],
    ['a research visit', () => house.perform(logVisit, visit)],
    ['a disagreement', () => house.perform(raiseIssue, disagreement)],
  ];
  const write = () => house.perform(writeExplanation, { section: 'remarks', text: '无。' });

  test.each(explained)('%s makes the 编制说明 out of date', async (_, act) => {
    await buildPacket(house);
    await act();
    expect((await facts()).stale).toEqual(['编制说明']);
    expect(await gate()).toMatchObject({ met: false, sentence: contains('编制说明与当前') });
  });

  test('a late opinion makes the table and the 编制说明 out of date until it is built again', async () => {
    await buildPacket(house);
    await house.receive('迟到的意见。');
    expect((await facts()).stale).toEqual(['编制说明', '征求意见汇总处理表']);
    await buildPacket(house);
    expect((await facts()).stale).toEqual([]);
  });

  test.each([
    ['obligation.accepted', ['编制说明', '支持报告汇编']],
    ['directory.unitCorrected', ['征求意见汇总处理表', '支持报告汇编']],
    ['meeting.concluded', ['编制说明']],
    ['reviewPoint.answered', ['编制说明']],
    ['basis.registered', ['编制说明']],
    ['proposer.erased', ['编制说明', '征求意见汇总处理表']],
  ])('%s shows in %j', async (type, parts) => {
    await buildPacket(house);
    const order = { compilationId: house.compilationId, actor: secretary, type };
    await house.get(Acts).perform(order, () => Promise.resolve());
    expect((await facts()).stale).toEqual(parts);
  });

  test('a new 报批稿 makes whatever shows its text out of date', async () => {
    await reopenDraft(house, '报批稿');
    await importText(house, approvalText.replace('开展服务质量监测和评价', '开展服务质量监测、评价和公示'));
    await freezeDraft(house, '报批稿');
    expect((await facts()).stale).toEqual(['报批稿', '编制说明', '征求意见汇总处理表']);
  });

  test('what is submitted is sealed, and the publication says which packet it came from', async () => {
    const build = await buildPacket(house);
    await react(house, 'sealPacket');
    expect((await house.get(PacketQuery).find(house.compilationId, build.id)).state).toBe('sealed');
    await house.perform(requestPacket, {});
    await react(house, 'announcePublication');
    const ledger = house.get(LedgerQuery);
    const [entry] = await ledger.latest(house.compilationId, { type: 'test.stepped', limit: 1 });
    expect(entry.payload).toMatchObject({ publishedFromPacket: build.sha256 });
  });
});
