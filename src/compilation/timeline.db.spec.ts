import { type Sent } from '../engine/index.js';
import { openHouse, secretary, type TestHouse } from '../../test/support/test-house.js';
import { StoredHolidayYear } from '../calendar/index.js';
import { Mail, OutboxRow } from '../outbox/index.js';
import {
  advanceCompilation,
  CompilationQuery,
  Compilation,
  Deadline,
  enterHolidays,
  PreviewTimelineQuery,
  rescheduleDeadlines,
  shiftDeadlines,
} from './index.js';

describe('the timeline', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse(undefined, undefined, { units: 10 });
  });
  afterEach(() => house.close());

  const advance = (event: string, reason = '') => house.perform(advanceCompilation, { event, reason });
  const reschedule = (deadlines: Sent<typeof rescheduleDeadlines>['deadlines'], reason = '会议改期') =>
    house.perform(rescheduleDeadlines, { reason, deadlines });
  const deadline = async (key: string) => {
    const all = await house.get(CompilationQuery).deadlines(house.compilationId);
    return all.find((line) => line.key === key)!;
  };
  const jobs = (state: string) =>
    house.database.read((reader) => reader.countBy(OutboxRow, { state: state as OutboxRow['state'] }));

  it('moves to a new first day as a whole, all dates by the same number of days', async () => {
    await house.perform(shiftDeadlines, { firstDay: '2022-06-25' });
    expect(await deadline('materialsDue')).toMatchObject({
      nominal: '2022-07-25',
      effective: '2022-07-25T15:59:59.999Z',
      revision: 2,
    });
    expect((await deadline('consultationCloses')).nominal).toBe('2022-09-30');
  });

  it('is not moved as a whole once the compilation has started', async () => {
    await advance('startCompilation');
    const moving = house.perform(shiftDeadlines, { firstDay: '2022-06-25' });
    await expect(moving).rejects.toMatchObject({ code: 'already-started', status: 409 });
  });

  it('says which year’s holidays are missing instead of guessing', async () => {
    const moving = house.perform(shiftDeadlines, { firstDay: '2041-06-25' });
    await expect(moving).rejects.toMatchObject({ code: 'calendar-year-missing' });
    await expect(moving).rejects.toThrow('2041');
    expect((await deadline('materialsDue')).nominal).toBe('2021-07-25');
  });

  describe('when a year of the calendar is entered', () => {
    const enter = (input: Sent<typeof enterHolidays>) => house.perform(enterHolidays, input);
    const year2021 = async () => {
      const [row] = await house.database.read((reader) => reader.findBy(StoredHolidayYear, { year: 2021 }));
      return row.holidays;
    };

    it('dates every deadline anew that falls otherwise by it, and no other', async () => {
      const holidays = await year2021();
      const off = [...holidays.off, { from: '2021-11-24', to: '2021-11-24', name: '测试' }];
      expect(await enter({ ...holidays, off })).toEqual({
        year: 2021,
        moved: ['领导小组全体会议'],
        warnings: [],
      });
      expect(await deadline('plenary')).toMatchObject({
        nominal: '2021-11-24',
        effective: '2021-11-25T15:59:59.999Z',
        revision: 2,
      });
      expect((await deadline('approvalDraftDue')).revision).toBe(1);
    });

    it('lets the timeline move into a year that was missing before', async () => {
      const moving = () => house.perform(shiftDeadlines, { firstDay: '2027-06-25' });
      await expect(moving()).rejects.toMatchObject({ code: 'calendar-year-missing' });
      await enter({ year: 2027, source: '测试', off: [], makeUpWorkdays: [] });
      await moving();
      expect((await deadline('materialsDue')).nominal).toBe('2027-07-25');
    });

    it('refuses a year that contradicts itself, and keeps the one it had', async () => {
      const holidays = await year2021();
      const twice = { ...holidays, makeUpWorkdays: ['2021-10-01'] };
      await expect(enter(twice)).rejects.toMatchObject({ code: 'invalid-holiday-year' });
      expect(await year2021()).toEqual(holidays);
    });
  });

  describe('when one date is moved against another', () => {
    const on = (date: string) => ({ kind: 'onOrBefore' as const, date });

    it('is refused in the act and in the preview, naming both deadlines and both dates', async () => {
      const early = { plenary: on('2021-08-02') };
      const refusal = {
        code: 'timeline-contradicts',
        userMessage: expect.stringContaining(
          '“领导小组全体会议”2021年8月2日（星期一）早于“合法性审查”2021年11月10日（星期三）',
        ),
      };
      await expect(reschedule(early)).rejects.toMatchObject(refusal);
      const who = { compilationId: house.compilationId, actor: secretary };
      const preview = house
        .get(PreviewTimelineQuery)
        .execute(rescheduleDeadlines, who, { reason: '会议改期', deadlines: early });
      await expect(preview).rejects.toMatchObject(refusal);
      await expect(reschedule({ consultationCloses: on('2021-08-30') })).rejects.toMatchObject({
        userMessage: expect.stringContaining('“公开征求意见截止”2021年8月30日'),
      });
      expect((await deadline('plenary')).revision).toBe(1);
    });

    it('is only warned of where the law asks in general', async () => {
      expect(await reschedule({ consultationCloses: on('2021-09-24') })).toEqual({
        warnings: [expect.stringContaining('不足30日（《重大行政决策程序暂行条例》第十五条）')],
      });
    });

    it('may pass it together with the dates that it would pass', async () => {
      const later = { materialsDue: on('2021-08-20'), firstDraftDue: on('2021-08-27') };
      await expect(reschedule({ materialsDue: later.materialsDue })).rejects.toMatchObject({ status: 409 });
      expect(await reschedule(later)).toEqual({ warnings: [] });
    });
  });

  describe('when its dates are past', () => {
    const on = (date: string) => ({ kind: 'onOrBefore' as const, date });
    beforeEach(() => house.moveTo('2021-08-02T09:00:00+08:00'));

    it('is not started, and says that shifting it helps', async () => {
      await expect(advance('startCompilation')).rejects.toMatchObject({
        code: 'gate-not-met',
        userMessage: expect.stringContaining('“材料报送”2021年7月26日（星期一）已经过去'),
      });
      await house.perform(shiftDeadlines, { firstDay: '2021-08-02' });
      expect(await advance('startCompilation')).toMatchObject({ state: 'drafting.collectingMaterials' });
    });

    it('moves none of them into the past, and leaves alone those that are not moved', async () => {
      await expect(reschedule({ firstDraftDue: on('2021-07-30') })).rejects.toMatchObject({
        code: 'deadline-in-past',
        userMessage: expect.stringContaining('“形成初稿”2021年7月30日（星期五）已经过去'),
      });
      const early = { firstDay: '2021-06-28' };
      await expect(house.perform(shiftDeadlines, early)).rejects.toMatchObject({ code: 'deadline-in-past' });
      await reschedule({ materialsDue: on('2021-07-25'), firstDraftDue: on('2021-08-16') });
      expect(await deadline('materialsDue')).toMatchObject({
        nominal: '2021-07-25',
        revision: 1,
        late: true,
      });
    });
  });

  it('gives a moved deadline a new revision, and a confirmed one none', async () => {
    await reschedule({ plenary: { kind: 'onOrBefore', date: '2021-11-26' } });
    expect(await deadline('plenary')).toMatchObject({ nominal: '2021-11-26', revision: 2 });
    await reschedule({ plenary: { kind: 'onOrBefore', date: '2021-11-26' } });
    expect((await deadline('plenary')).revision).toBe(2);
  });

  it('refuses an unknown key, a malformed rule and a change without a reason, and changes nothing', async () => {
    const rule = { kind: 'onOrBefore' as const, date: '2021-11-26' };
    await expect(reschedule({ plenary: rule, nothing: rule })).rejects.toMatchObject({ status: 404 });
    await expect(
      reschedule({ plenary: { kind: 'onOrBefore' as const, date: '2021-02-30' } }),
    ).rejects.toMatchObject({
      status: 400,
    });
    await expect(reschedule({ plenary: rule }, ' ')).rejects.toMatchObject({ status: 400 });
    expect((await deadline('plenary')).revision).toBe(1);
  });

  it('nobody is behind before the effective instant has passed', async () => {
    await house.moveTo('2021-07-26T23:59:59.999+08:00');
    expect(await deadline('materialsDue')).toMatchObject({ late: false, workingDaysLeft: 0 });
    await house.moveTo('2021-07-27T00:00:00+08:00');
    expect(await deadline('materialsDue')).toMatchObject({ late: true, workingDaysLeft: -1 });
  });

  describe('while the compilation is suspended', () => {
    beforeEach(async () => {
      await advance('startCompilation');
      await house.moveTo('2021-07-01T10:00:00+08:00');
      await advance('suspendCompilation', '等待上位文件');
    });

    it('holds whatever waits, and sends nothing but the word that it is suspended', async () => {
      expect(await jobs('held')).toBeGreaterThan(0);
      const sentBefore = await jobs('done');
      const told = await jobs('ready');
      await house.moveTo('2021-07-30T10:00:00+08:00');
      expect(await jobs('done')).toBe(sentBefore + told);
      const mails = await house.database.read((reader) => reader.findBy(Mail, { template: 'suspended' }));
      expect(mails).toHaveLength(told);
    });

    it('is resumed only when every date ahead was set or confirmed, and then stands where it stood', async () => {
      await house.moveTo('2021-08-02T10:00:00+08:00');
      await expect(advance('resumeCompilation')).rejects.toThrow('期限未重新确定');
      const rows = await house.database.read((reader) =>
        reader.findBy(Deadline, { compilationId: house.compilationId }),
      );
      const rules = Object.fromEntries(rows.map(({ key, rule }) => [key, rule]));
      rules.materialsDue = { kind: 'onOrBefore', date: '2021-08-20' as never };
      rules.firstDraftDue = { kind: 'onOrBefore', date: '2021-08-27' as never };
      await reschedule(rules, '恢复编制');
      expect(await advance('resumeCompilation')).toMatchObject({ state: 'drafting.collectingMaterials' });
      expect(await jobs('held')).toBe(0);
      const compilation = await house.database.read((reader) =>
        reader.findOneByOrFail(Compilation, { id: house.compilationId }),
      );
      expect(compilation.suspendedAt).toBeNull();
    });

    it('is not resumed with a date that went by meanwhile', async () => {
      await house.moveTo('2021-08-02T10:00:00+08:00');
      const rows = await house.database.read((reader) =>
        reader.findBy(Deadline, { compilationId: house.compilationId }),
      );
      await reschedule(Object.fromEntries(rows.map(({ key, rule }) => [key, rule])), '照旧');
      await expect(advance('resumeCompilation')).rejects.toThrow(
        '“材料报送”2021年7月26日（星期一）在中止期间已经过去',
      );
    });

    it('needs a reason to be suspended or terminated, and ends its timers when terminated', async () => {
      await expect(advance('terminateCompilation')).rejects.toThrow('事由');
      expect(await advance('terminateCompilation', '任务取消')).toMatchObject({ state: 'terminated' });
      await house.moveTo('2021-12-31T10:00:00+08:00');
      expect(await jobs('ready')).toBe(0);
    });
  });
});
