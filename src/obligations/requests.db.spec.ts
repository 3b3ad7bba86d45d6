import { type ObligationsOffice, openOffice } from '../../test/support/obligations-office.js';
import { secretary } from '../../test/support/test-house.js';
import { DirectoryQuery, importUnits, type Unit } from '../directory/index.js';
import {
  extendObligation,
  declineExtension,
  grantExtension,
  requestExtension,
  issueObligation,
  ObligationsQuery,
  ObligationStoryQuery,
} from './index.js';

let office: ObligationsOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

const at = (iso: string) => office.house.clock.moveTo(Date.parse(iso));
const extend = async (key: string, until: string) =>
  office.house.perform(extendObligation, {
    obligationId: (await office.owedBy(key)).id,
    until,
    reason: '所属企业数据尚在汇总。',
    approver: '市质量办主任',
  });

describe('a unit that asks for more time', () => {
  const ask = async (key: string, until: string, by = key) =>
    office.house.perform(
      requestExtension,
      { obligationId: (await office.owedBy(key)).id, until, reason: '数据尚在汇总。' },
      await office.unitActor(by),
    );
  const requests = () => office.house.get(ObligationsQuery).openRequests(office.compilationId);

  it('is heard only for its own obligation and for a later day', async () => {
    await expect(ask('district-pudong', '2021-08-05', 'water')).rejects.toMatchObject({ code: 'not-found' });
    await expect(ask('district-pudong', '2021-07-26')).rejects.toMatchObject({ code: 'not-an-extension' });
    await ask('district-pudong', '2021-08-05');
    expect(await requests()).toMatchObject([
      { unitName: expect.stringContaining('浦东新区'), until: '2021-08-05' },
    ]);
    await expect(ask('district-pudong', '2021-08-09')).rejects.toMatchObject({
      code: 'extension-already-requested',
      status: 409,
    });
    expect(await office.owedBy('district-pudong')).toMatchObject({ nominal: '2021-07-25' });
  });

  it('is granted the day it asked for, with the approver, once', async () => {
    const [{ requestId }] = await requests();
    const grant = () => office.house.perform(grantExtension, { requestId, approver: '市质量办主任' });
    const both = await Promise.allSettled([grant(), grant()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(grant()).rejects.toMatchObject({ code: 'request-answered', status: 409 });
    const owed = await office.owedBy('district-pudong');
    expect(owed).toMatchObject({ nominal: '2021-08-05', extensionReason: '数据尚在汇总。' });
    expect(await office.mailsAbout(owed.id, 'extension')).toHaveLength(1);
    expect(await requests()).toEqual([]);
  });

  it('is told when it is declined, and why; its deadline stays', async () => {
    const { requestId } = await ask('district-huangpu', '2021-08-31');
    await expect(office.house.perform(declineExtension, { requestId, reason: '' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const reason = '初稿编撰在即，请先报送已有部分。';
    await office.house.perform(declineExtension, { requestId, reason });
    const owed = await office.owedBy('district-huangpu');
    expect(owed).toMatchObject({ nominal: '2021-07-25' });
    const [mail] = await office.mailsAbout(owed.id, 'extension-declined');
    expect(mail.view).toMatchObject({ request: { untilText: '2021年8月31日', declinedBecause: reason } });
    await expect(
      office.house.perform(grantExtension, { requestId, approver: '市质量办主任' }),
    ).rejects.toMatchObject({ code: 'request-answered' });
  });

  it('has its request answered by an extension that is granted otherwise, and forgotten once it hands in', async () => {
    expect(await requests()).toEqual([]);
    await ask('district-xuhui', '2021-08-24');
    await extend('district-xuhui', '2021-08-09');
    await ask('district-jingan', '2021-08-24');
    await office.handIn('district-jingan');
    expect(await requests()).toEqual([]);
  });
});

describe('one unit’s story', () => {
  it('tells its acts, mails, deadlines and requests in order', async () => {
    const { id } = await office.owedBy('district-pudong');
    const story = await office.house.get(ObligationStoryQuery).story(office.compilationId, id);
    expect(story.acts.map(({ title }) => title)).toEqual(['下达', '申请延期', '同意延期申请']);
    expect(story.mails.map(({ template }) => template)).toEqual(['extension']);
    expect(story.deadlineChanges.at(-1)).toMatchObject({
      cause: 'extension',
      from: '2021年7月25日（星期日），顺延至7月26日（星期一）24:00',
      to: '2021年8月5日（星期四）24:00',
      approver: '市质量办主任',
    });
    expect(story.requests).toMatchObject([{ answer: 'granted', until: '2021-08-05' }]);
    await office.handIn('commerce');
    await extend('commerce', '2021-07-30');
    const other = await office.owedBy('commerce');
    const { acts } = await office.house.get(ObligationStoryQuery).story(office.compilationId, other.id);
    expect(acts.map(({ title, state }) => [title, state])).toEqual([
      ['下达', 'owed'],
      ['报送', 'submitted'],
      ['延期', null],
    ]);
  });
});

describe('a unit that enters the roster later', () => {
  const issue = (unitId: string, rest: object = {}) =>
    office.house.perform(issueObligation, { unitId, ...rest });
  const enter = async (name: string) => {
    const lines = ['单位全称,类别,联络员邮箱', `${name},促进会成员单位,new@example.org`];
    const file = { bytes: Buffer.from(lines.join('\r\n')), name: '名册.csv', mediaType: 'text/csv' };
    await office.house.perform(importUnits, {}, secretary, file);
    const found = await office.house.get(DirectoryQuery).resolve(name);
    return (found as { unit: Unit }).unit;
  };

  it('can be asked like the others, once, with their date or a later one', async () => {
    const unit = await enter('示例新设协会');
    await expect(issue(unit.id, { kind: 'reply' })).rejects.toMatchObject({ code: 'nothing-issued-yet' });
    await issue(unit.id, { until: '2021-08-07' });
    const owed = await office.owedBy(unit.key);
    expect(owed).toMatchObject({ state: 'owed', round: 1, nominal: '2021-08-07', datedIndividually: true });
    expect(owed.effectiveAt).toBe(Date.parse('2021-08-09T15:59:59.999Z'));
    await expect(issue(unit.id)).rejects.toMatchObject({ code: 'already-issued', status: 409 });
  });

  it('is not asked for what was due before', async () => {
    at('2021-07-27T00:00:00+08:00');
    const late = await enter('示例后设协会');
    await expect(issue(late.id)).rejects.toMatchObject({ code: 'deadline-already-past' });
    await expect(issue(late.id, { until: '2021-07-26' })).rejects.toMatchObject({
      code: 'deadline-already-past',
    });
    await issue(late.id, { until: '2021-08-09' });
    expect(await office.owedBy(late.key)).toMatchObject({ nominal: '2021-08-09' });
  });
});
