import { ActRunner } from '../../engine/index.js';
import {
  type ConsultationOffice,
  openConsultationOffice,
} from '../../../test/support/consultation-office.js';
import { assess, freezeDraft, importText, react, reopenDraft } from '../../../test/support/drafts-steps.js';
import { secretary } from '../../../test/support/test-house.js';
import { editClause } from '../../drafts/index.js';
import { DispositionTableQuery, FeedbackQuery, PublishedOpinionsQuery, reopenOpinion } from '../index.js';
import { AdoptionsQuery } from './adoptions.query.js';
import { confirmUnchanged } from './confirm-unchanged.use-case.js';

describe('an adopted opinion', () => {
  let office: ConsultationOffice;
  let safety: string;
  let service: string;
  const gate = () => assess(office, 'adoptionsInText');
  const adopt = async (content: string, changedClauseId: string, disposition = '采纳') => {
    const { id } = await office.receive(content);
    await office.assign(id);
    await office.dispose(id, disposition, { changedClauseId, reason: '已研究。' });
    return id;
  };
  const reword = async (clauseId: string, text: string) => {
    const { title, revision } = (await office.workingClauses()).find((one) => one.clauseId === clauseId)!;
    const edit = { clauseId, revision, title, text };
    await office
      .get(ActRunner)
      .perform(editClause, { compilationId: office.compilationId, actor: secretary }, edit);
  };
  const confirm = (reason: string, ...opinionIds: string[]) =>
    office.perform(confirmUnchanged, { opinionIds, reason });
  const revised = async (id: string) => {
    const { number } = await office.view(id);
    const { rows } = await office.get(DispositionTableQuery).view(office.compilationId);
    for await (const row of rows) {
      const { number: found, revisedClause } = row as Record<string, string>;
      if (found === number) return revisedClause;
    }
    throw new Error('not in the table');
  };
  beforeAll(async () => {
    office = await openConsultationOffice();
    await office.closeConsultation();
    const clauses = await office.workingClauses();
    safety = clauses.find(({ label }) => label === '二、（一）')!.clauseId;
    service = clauses.find(({ label }) => label === '二、（二）')!.clauseId;
  });
  afterAll(() => office.close());

  it('is none where nothing was adopted', async () => {
    expect(await gate()).toMatchObject({ met: true, sentence: expect.stringContaining('没有办理为采纳') });
  });

  let first: string;
  it('whose clause reads as before holds the step and is named', async () => {
    first = await adopt('增加追溯要求。', safety);
    expect(await gate()).toMatchObject({
      met: false,
      blocking: true,
      facts: { adopted: 1, unchanged: 1, samples: ['2021-0001（二、（一））'] },
    });
    expect(await revised(first)).toBe('二、（一）提升产品质量（文字未改）');
  });

  it('is in the text once the clause was changed, and the table shows whole sentences of what changed', async () => {
    const sentence =
      '完善产品质量安全监管体系，建立覆盖生产、流通、消费全过程的重要产品追溯制度，推动追溯信息互联互通、通查通识，对不合格产品依法召回。';
    await reword(safety, sentence);
    expect(await gate()).toMatchObject({ met: true, facts: { adopted: 1, unchanged: 0 } });
    expect(await revised(first)).toBe(`二、（一）提升产品质量。${sentence}`);
  });

  it('on a clause that only its number distinguishes from before is still not in the text', async () => {
    const second = await adopt('改进服务评价。', service, '部分采纳');
    const text = (await office.workingClauses()).map(({ label, title, body }) => {
      const mark = label.replace(/^.*、（二）$/, '（三）').replace(/^.*、（/, '（');
      return `${mark}${title}${body === '' ? '' : `。${body}`}`;
    });
    text.splice(-1, 0, '（二）提升工程质量。落实工程参建各方主体责任。');
    await importText(office, ['实施方案（论证稿）', ...text].join('\n'));
    const moved = (await office.workingClauses()).find(({ clauseId }) => clauseId === service)!;
    expect(moved.label).toBe('二、（三）');
    expect(await gate()).toMatchObject({ met: false, facts: { unchanged: 1 } });
    await expect(confirm(' ', second)).rejects.toMatchObject({ code: 'invalid-input' });
    await confirm('评价已在实施中开展，文字不必改动。', second);
    expect(await gate()).toMatchObject({
      met: true,
      sentence: expect.stringContaining('其中1条所列条款文字未作改动，已写明理由'),
    });
    expect(await revised(second)).toContain('文字未改，理由：评价已在实施中开展，文字不必改动。');
  });

  it('that left its clause as it was says why in the published feedback and in what each proposer finds', async () => {
    await react(office, 'publishFeedback');
    const { text } = await office.get(FeedbackQuery).latest(office.compilationId);
    expect(text).toContain('采纳、部分采纳的意见中，有1条所涉条款文字未作改动，理由如下：');
    expect(text).toContain('意见2021-0002（二、（三））：评价已在实施中开展，文字不必改动。');
    await office.approve(...(await office.page()).opinions.map(({ id }) => id));
    const [round] = await office.get(PublishedOpinionsQuery).rounds(office.compilationId);
    const fates = await office.get(PublishedOpinionsQuery).page(round, 1, 10);
    expect(fates.map(({ unchangedReason }) => unchangedReason)).toEqual([
      null,
      '评价已在实施中开展，文字不必改动。',
    ]);
  });

  it('needs no reason where the clause did change, and none where it was not adopted', async () => {
    await expect(confirm('不必。', first)).rejects.toMatchObject({ code: 'clause-changed' });
    const { id } = await office.receive('不采纳的意见。');
    await office.assign(id);
    await office.dispose(id, '不采纳', { reason: '不属于本方案范围。' });
    await expect(confirm('不必。', id)).rejects.toMatchObject({ code: 'not-adopted' });
  });

  it('loses its reason when it is disposed of again', async () => {
    const third = await adopt('再提服务评价。', service);
    await confirm('同前。', third);
    await office.approve(third);
    expect((await office.view(third)).unchangedReason).toBe('同前。');
    const again = { opinionId: third, reason: '重新研究。' };
    await office.perform(reopenOpinion, again);
    await office.dispose(third, '采纳', { changedClauseId: service });
    expect(await gate()).toMatchObject({ met: false, facts: { unchanged: 1, reasoned: 1 } });
    const { samples } = await office.get(AdoptionsQuery).unchanged(office.compilationId);
    expect(samples.map(({ id }) => id)).toEqual([third]);
  });

  it('on a clause that went is in the text: the table says that it went', async () => {
    await importText(
      office,
      `实施方案（论证稿）

一、总体要求
（一）指导思想。深入贯彻质量强国战略，推动高质量发展。
二、重点任务
（一）提升产品质量。完善产品质量安全监管体系，建立重要产品追溯制度。
`,
    );
    expect(await gate()).toMatchObject({ met: true });
    const [, , , third] = (await office.page()).opinions;
    expect(await revised(third.id)).toMatch(/^（删去原二、（二）提升服务质量）$/);
  });

  it('holds the later steps when the text goes back to what it was', async () => {
    await freezeDraft(office, '论证稿');
    await reopenDraft(office, '送审稿');
    expect((await gate()).met).toBe(true);
    await reword(safety, '完善产品质量安全监管体系。');
    expect(await gate()).toMatchObject({ met: false, facts: { samples: ['2021-0001（二、（一））'] } });
  });
});
