import { openRemindersOffice, type RemindersOffice } from '../../test/support/reminders-office.js';
import { openHouse } from '../../test/support/test-house.js';
import { dateOf } from '../calendar/index.js';
import { type Sent } from '../engine/index.js';
import { LedgerEntry } from '../ledger/index.js';
import { editLadder, LadderQuery, PreviewRemindersQuery, RegisterQuery, type Rung } from './index.js';

describe('the ladder of a compilation', () => {
  let office: RemindersOffice;
  beforeEach(async () => {
    office = await openRemindersOffice(undefined, 'commerce', 'health');
  });
  afterEach(() => office.house.close());

  const ladder = () => office.house.get(LadderQuery).execute(office.compilationId);
  const edit = (input: Sent<typeof editLadder>) => office.house.perform(editLadder, input);
  const preview = (input?: object) =>
    office.house.get(PreviewRemindersQuery).execute(office.compilationId, input);
  const only = async (...keys: string[]): Promise<Rung[]> =>
    (await ladder()).rungs.filter((rung) => keys.includes(rung.key));

  it('is its own from the start, and an edit is in the ledger', async () => {
    expect((await ladder()).revision).toBe(1);
    expect(await edit({ revision: 1, rungs: await only('notice', 'before-1') })).toEqual({ revision: 2 });
    const [entry] = await office.house.database.read((reader) =>
      reader.findBy(LedgerEntry, { type: 'ladder.edited' }),
    );
    expect(JSON.parse(entry.payload)).toMatchObject({
      revision: 2,
      rungs: [{ key: 'notice' }, { key: 'before-1' }],
    });
  });

  it('is not written over by who looked at an older edition', async () => {
    await edit({ revision: 1, rungs: await only('notice', 'before-1') });
    await expect(edit({ revision: 1, rungs: await only('before-1') })).rejects.toMatchObject({
      code: 'stale-revision',
    });
  });

  it('is refused with a sentence when it contradicts itself', async () => {
    await expect(edit({ revision: 1, rungs: [] })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('applies at once: a new rung that is due today goes out today', async () => {
    await office.moveTo('2021-07-13T10:00:00+08:00');
    const { rungs } = await ladder();
    const today: Rung = {
      key: 'before-9',
      title: '期限前9个工作日',
      offsetWorkingDays: -9,
      template: 'reminder',
      audience: ['liaison'],
    };
    await edit({ revision: 1, rungs: [...rungs, today] });
    await office.runDue();
    expect((await office.remindersTo('commerce')).at(-1)).toBe('7月13日 10:00 reminder liaison');
  });

  it('does not send again what an earlier edition sent, nor a new rung of a day gone by', async () => {
    await office.moveTo('2021-07-13T10:00:00+08:00');
    const { rungs } = await ladder();
    const gone: Rung = { ...rungs[1], key: 'before-11', offsetWorkingDays: -11 };
    await edit({ revision: 1, rungs: [...rungs, gone] });
    await office.runDue();
    expect(await office.remindersTo('commerce')).toHaveLength(2);
  });

  describe('previewed', () => {
    const summary = (lines: Awaited<ReturnType<typeof preview>>) =>
      lines.map((line) => `${dateOf(line.sendAt)} ${line.rung} ${line.unitName} ${line.recipientName}`);

    it('says who gets what on a day', async () => {
      expect(summary(await preview({ on: '2021-07-29' }))).toEqual([
        '2021-07-29 after-3 上海市商务委员会 联络员',
        '2021-07-29 after-3 上海市商务委员会 分管负责人',
        '2021-07-29 after-3 上海市卫生健康委员会 联络员',
        '2021-07-29 after-3 上海市卫生健康委员会 分管负责人',
      ]);
      expect(await preview({ on: '2021-07-28' })).toEqual([]);
    });

    it('covers the whole future, earliest first, up to the end of the timeline', async () => {
      const lines = await preview();
      expect(lines.map((line) => line.sendAt)).toEqual(
        lines.map((line) => line.sendAt).sort((a, b) => a - b),
      );
      expect(lines[0]).toMatchObject({ rung: 'notice', template: 'notice' });
      expect(dateOf(lines.at(-1)?.sendAt ?? 0) <= '2021-12-31').toBe(true);
    });

    it('foretells exactly the mails that are sent when nobody hands in', async () => {
      const foretold = (await preview())
        .filter(
          (line) =>
            line.unitName === '上海市商务委员会' && line.sendAt < Date.parse('2021-08-06T00:00+08:00'),
        )
        .map((line) => `${line.template} ${dateOf(line.sendAt)}`);
      await office.moveTo('2021-08-05T18:00:00+08:00');
      const { id } = await office.owedBy('commerce');
      const lines = await office.house.get(RegisterQuery).list(office.compilationId, { obligationId: id });
      expect(lines.reverse().map((line) => dateOf(line.recordedAt))).toEqual(
        foretold.map((line) => line.split(' ')[1]),
      );
    });

    it('changes nothing, and leaves out whoever handed in', async () => {
      await office.moveTo('2021-07-01T10:00:00+08:00');
      await office.handIn('commerce');
      const before = await office.register('health');
      expect(new Set((await preview()).map((line) => line.unitName))).toEqual(
        new Set(['上海市卫生健康委员会']),
      );
      expect(await office.register('health')).toEqual(before);
    });

    it('is empty while the compilation is suspended', async () => {
      await office.advance('suspendCompilation', '等待国家纲要');
      expect(await preview()).toEqual([]);
    });

    it('refuses a day that is none', async () => {
      await expect(preview({ on: '2021-02-30' })).rejects.toMatchObject({ code: 'invalid-input' });
    });
  });
});

describe('a compilation that is only prepared', () => {
  it('reminds nobody and foretells nothing', async () => {
    const house = await openHouse();
    expect(await house.get(PreviewRemindersQuery).execute(house.compilationId)).toEqual([]);
    expect((await house.get(LadderQuery).execute(house.compilationId)).revision).toBe(0);
    await house.close();
  });
});
