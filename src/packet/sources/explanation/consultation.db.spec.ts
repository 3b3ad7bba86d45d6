import {
  type ConsultationOffice,
  openConsultationOffice,
} from '../../../../test/support/consultation-office.js';
import { react, reopenDraft } from '../../../../test/support/drafts-steps.js';
import { explanationOf, freezeApprovalDraft } from '../../../../test/support/packet-office.js';
import { submitReply } from '../../../consultation/index.js';
import { findObligations } from '../../../obligations/index.js';
import { type Actor } from '../../../platform/index.js';

describe('征求意见及采纳情况 in the 编制说明', () => {
  let office: ConsultationOffice;
  const section = async () => (await explanationOf(office))['征求意见及采纳情况'];
  beforeAll(async () => {
    office = await openConsultationOffice();
  });
  afterAll(() => office.close());

  it('of a consultation to which nobody answered says so', async () => {
    await office.closeConsultation();
    await freezeApprovalDraft(office);
    const texts = await section();
    expect(texts[1]).toBe(
      '2021年8月31日发布《关于〈实施方案（征求意见稿）〉公开征求意见的公告》，公布征求意见稿第1稿。' +
        '2021年9月30日截止，共30日（公布当日不计）。',
    );
    expect(texts[2]).toBe('未收到社会公众的意见反馈。');
    expect(texts).toContain('未收到意见，没有需要处理的意见。');
  });

  it('counts opinions by channel and by disposition, with shares, late and open ones said', async () => {
    await reopenDraft(office, '论证稿');
    const { clauseId } = (await office.workingClauses())[1];
    const received = [];
    for (const channel of ['网上', '网上', '信函', '电子邮件'] as const) {
      received.push(await office.register('建议。', { channel }));
    }
    await office.assign(...received.map(({ id }) => id));
    await office.dispose(received[0].id, '采纳', { changedClauseId: clauseId });
    await office.dispose(received[1].id, '不采纳', { reason: '不属于本方案范围。' });
    await office.dispose(received[2].id, '留作研究', { reason: '另行研究。' });
    const texts = await section();
    expect(texts).toContain('共收到意见4条。');
    expect(texts).toContain('公开征求意见和书面征求意见共收到意见4条，按渠道统计如下：');
    expect(texts).toEqual(expect.arrayContaining(['网上｜2｜50.0%', '信函｜1｜25.0%', '合计｜4｜100.0%']));
    expect(texts).toContain('收到的4条意见（含逾期收到的4条）中，已办理3条，处理情况如下：');
    expect(texts).toEqual(
      expect.arrayContaining([
        '采纳｜1｜25.0%',
        '部分采纳｜0｜0.0%',
        '不采纳｜1｜25.0%',
        '尚未办结｜1｜25.0%',
      ]),
    );
  });

  it('changes with the register', async () => {
    await office.receive('再来一条。');
    expect(await section()).toContain('网上｜3｜60.0%');
  });

  it('counts the units that were written to: ① sent ② replied ③ replied with opinions ④ silent', async () => {
    const { compilationId: id } = office;
    await react(office, 'issueObligations', { kind: 'reply', deadlineKey: 'unitRepliesDue' });
    const owed = await office.database.read((reader) => findObligations(reader, id, { kind: 'reply' }));
    const unit = (index: number): Actor => ({ kind: 'unit', id: owed[index].unitId });
    await office.perform(submitReply, { obligationId: owed[0].id, noOpinion: true, opinions: [] }, unit(0));
    await office.perform(
      submitReply,
      { obligationId: owed[1].id, noOpinion: false, opinions: [{ content: '一条。' }] },
      unit(1),
    );
    expect(await section()).toContain(
      '发送征求意见稿的单位160家，回函2家，回函并有建议或者意见1家，没有回函158家。',
    );
    expect(await section()).toContain('共收到意见5条。');
    expect(await section()).toContain('书面复函｜1｜16.7%');
  });

  it('names the feedback that was published, and when', async () => {
    expect(await section()).toContain('没有公布意见采纳情况反馈的记录。');
    await react(office, 'publishFeedback');
    expect((await section()).at(-1)).toBe(
      '2021年10月1日公布《关于〈质量强国建设纲要上海实施方案（征求意见稿）〉意见采纳情况的反馈》。',
    );
  });
});
