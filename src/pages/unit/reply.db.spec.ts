import { consultedText, noticeInput, opensAt } from '../../../test/support/consultation-office.js';
import { freezeDraft, importText, react, reopenDraft } from '../../../test/support/drafts-steps.js';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { mailedCode, type UnitVisitor, visitAsUnit } from '../../../test/support/link-visitor.js';
import { OpinionsQuery, prepareNotice } from '../../consultation/index.js';
import { ObligationsQuery } from '../../obligations/index.js';

let house: HttpHouse;
let unit: UnitVisitor;
beforeEach(async () => {
  house = await openHttpHouse('2021-08-20T09:00:00+08:00');
  await reopenDraft(house, '征求意见稿');
  await importText(house, consultedText);
  await freezeDraft(house, '征求意见稿');
  await house.perform(prepareNotice, noticeInput);
  house.clock.moveTo(Date.parse(opensAt));
  await react(house, 'openConsultation');
  await react(house, 'issueObligations', { kind: 'reply', deadlineKey: 'unitRepliesDue' });
  unit = await visitAsUnit(house);
});
afterEach(() => house.close());

const at = () => `/unit/${unit.obligation.id}`;
const state = async () => {
  const { id } = unit.obligation;
  return (await house.get(ObligationsQuery).list(house.compilationId, { ids: [id] }))[0].state;
};
const opinions = async () =>
  (await house.get(OpinionsQuery).page(house.compilationId, {}, null, 50)).opinions;
const field = async (clause: string): Promise<string> => {
  const { html } = await unit.get(at());
  return new RegExp(`对“[^”]*${clause}[^”]*”的意见</span><textarea[^>]* name="([^"]+)"`).exec(html)![1];
};

describe('answering the written consultation', () => {
  it('shows the draft by clause, with room for an opinion at each', async () => {
    const { html } = await unit.get(at());
    expect(html).toContain('完善产品质量安全监管体系');
    expect(html).toContain('无意见，回复');
  });

  it('hands opinions in by clause, shown once more, with the mailed code', async () => {
    const fields = { [await field('提升服务质量')]: '建议明确牵头单位。\r\n第二行', whole: '' };
    const check = await unit.post(`${at()}/reply/check`, fields);
    expect(check.html).toContain('将提交1条意见');
    expect(await state()).toBe('owed');
    await unit.post(`${at()}/reply`, { ...fields, code: await mailedCode(house) });
    const [opinion] = await opinions();
    expect(opinion).toMatchObject({ content: '建议明确牵头单位。\n第二行', channel: '书面复函' });
    expect(opinion.clauseLabel).toBe('二、（二）');
    expect(await state()).toBe('submitted');
    expect((await unit.get(at())).html).toContain('意见：1条');
  });

  it('says expressly that there is no opinion', async () => {
    await unit.post(`${at()}/reply/check`, { noOpinion: 'yes' });
    await unit.post(`${at()}/reply`, { noOpinion: 'yes', code: await mailedCode(house) });
    expect(await opinions()).toEqual([]);
    expect((await unit.get(at())).html).toContain('意见：无意见');
  });

  it('takes an empty form for no answer', async () => {
    const { status, html } = await unit.post(`${at()}/reply/check`, { whole: ' ' });
    expect(status).toBe(400);
    expect(html).toContain('没有填写意见');
  });

  it('without the right code hands nothing in and keeps what was written', async () => {
    const fields = { whole: '建议压缩篇幅。' };
    await unit.post(`${at()}/reply/check`, fields);
    const right = await mailedCode(house);
    const wrong = right === '000000' ? '000001' : '000000';
    const refused = await unit.post(`${at()}/reply`, { ...fields, code: wrong });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('name="whole" value="建议压缩篇幅。"');
    expect((await unit.post(`${at()}/reply`, fields)).status).toBe(422);
    expect(await state()).toBe('owed');
  });

  it('takes the code only for the very reply that it was mailed for', async () => {
    await unit.post(`${at()}/reply/check`, { whole: '建议压缩篇幅。' });
    const other = { whole: '换了一种说法。', code: await mailedCode(house) };
    expect((await unit.post(`${at()}/reply`, other)).status).toBe(422);
    expect(await opinions()).toEqual([]);
  });
});
