import { Opinion } from '../../consultation/index.js';
import { beginConsultation, preparesAt } from '../../../test/support/consultation-office.js';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { LedgerEntry } from '../../ledger/index.js';
import { IdSource, ServerKey } from '../../platform/index.js';
import { OnceOnly } from './once.js';
import { RequestKey } from './request-key.entity.js';
import { RequestKeys } from './request-keys.js';

const day = 24 * 3_600_000;
const key = 'f3b1c1a0-5d0e-4a7e-9c9d-0c7a1b2d3e4f';

describe('a key that comes with an act', () => {
  let house: HttpHouse;
  beforeAll(async () => {
    house = await beginConsultation(await openHttpHouse(preparesAt, 12));
  }, 60_000);
  beforeEach(() =>
    house.database.write(async (tx) => {
      await tx.clear(RequestKey);
      await tx.clear(Opinion);
    }),
  );
  afterAll(() => house.close());

  const path = () => `/api/v1/compilations/${house.compilationId}/opinions`;
  const opinion = (content: string) => ({ content, channel: '网上', proposer: { category: '社会公众' } });
  const send = (content: string, sent: string | null = key, actor = 'secretariat:office-1') =>
    house.call<{ id?: string; code?: string; detail?: string }>(path(), {
      body: opinion(content),
      headers: sent === null ? {} : { 'idempotency-key': sent },
      actor,
    });
  const registered = () => house.database.read((reader) => reader.count(Opinion));
  const rows = () => house.database.read((reader) => reader.find(RequestKey));
  /** As another process has it, or this one after a restart. */
  const elsewhere = () =>
    new RequestKeys(house.database, house.clock, house.get(IdSource), house.get(ServerKey));

  it('has one effect, and the second sending is answered as the first', async () => {
    const first = await send('建议补充测算依据。');
    const again = await send('建议补充测算依据。');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json).toEqual(first.json);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await registered()).toBe(1);
  });

  it('has one effect when both sendings arrive at the same moment', async () => {
    const answers = await Promise.all([send('同时到达。'), send('同时到达。'), send('同时到达。')]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await registered()).toBe(1);
  });

  it('is refused with another content, and says why', async () => {
    await send('第一件。');
    const other = await send('另一件。');
    expect(other.status).toBe(422);
    expect(other.json.detail).toContain('没有再次办理');
    expect(await registered()).toBe(1);
  });

  it('is its sender’s: another post with the same key does something else', async () => {
    await send('甲岗。');
    await send('甲岗。', key, 'secretariat:office-2');
    expect(await registered()).toBe(2);
  });

  it('is not used up by a refusal', async () => {
    expect((await send('')).status).toBe(400);
    expect((await send('改好了。')).status).toBe(201);
    expect(await rows()).toHaveLength(1);
  });

  it('may stand in the body of an opinion, as programs have sent it', async () => {
    const body = { ...opinion('键在正文中。'), submissionKey: 'letter-17' };
    const first = await house.call(path(), { body });
    expect((await house.call(path(), { body })).json).toEqual(first.json);
    expect((await house.call(path(), { body: { ...body, content: '另一件。' } })).status).toBe(422);
    expect(await registered()).toBe(1);
  });

  it('need not be sent', async () => {
    await send('没有键。', null);
    await send('没有键。', null);
    expect(await registered()).toBe(2);
  });

  it('must be one', async () => {
    for (const unfit of ['a b', '']) {
      expect((await send('键不合格。', unfit)).status).toBe(400);
    }
  });

  it('is good for fourteen days and then gone', async () => {
    await send('旧的键。');
    house.clock.moveTo(house.clock.now() + 15 * day);
    await send('新的键。', 'another-key');
    expect(await rows()).toHaveLength(1);
  });

  it('keeps neither what was asked nor what was answered in clear', async () => {
    await send('只有秘书处可见的意见。');
    const { json } = await send('只有秘书处可见的意见。');
    const stored = JSON.stringify(await rows());
    expect(stored).not.toContain(key);
    expect(stored).not.toContain(json.id!);
    expect(Buffer.from((await rows())[0].answer!, 'base64').toString()).not.toContain(json.id!);
  });

  describe('of a process that died', () => {
    const request = { actor: 'secretariat:office-1', key: 'key-of-the-dead', digest: 'd' };
    const entries = () => house.database.read((reader) => reader.count(LedgerEntry));
    const write = (name: string) =>
      house.database.write(async (tx) => {
        await tx.query(`INSERT INTO write_order_trial (name) VALUES ('${name}')`);
        return name;
      });
    const names = async () =>
      (await house.database.read((reader) => reader.query('SELECT name FROM write_order_trial'))).map(
        ({ name }: { name: string }) => name,
      );
    beforeAll(() => house.database.write((tx) => tx.query('CREATE TABLE write_order_trial (name text)')));
    beforeEach(() => house.database.write((tx) => tx.query('DELETE FROM write_order_trial')));
    afterAll(() => house.database.write((tx) => tx.query('DROP TABLE write_order_trial')));

    /** The process dies after the first of two acts: nothing of it is answered. */
    const die = async () => {
      const keys = elsewhere();
      const died = new Error('killed');
      await expect(
        new OnceOnly(keys).run(request, async () => {
          await write('first');
          throw died;
        }),
      ).rejects.toBe(died);
      house.clock.moveTo(house.clock.now() + 6000);
    };
    const both = async () => `${await write('first')} ${await write('second')}`;

    it('goes on where it stopped: what was committed is not done again', async () => {
      await die();
      const { answer, repeated } = await new OnceOnly(elsewhere()).run(request, both);
      expect([answer, repeated]).toEqual(['first second', false]);
      expect(await names()).toEqual(['first', 'second']);
      expect((await new OnceOnly(elsewhere()).run(request, both)).repeated).toBe(true);
      expect(await names()).toEqual(['first', 'second']);
    });

    it('has recorded nothing of what was not committed', async () => {
      const undone = new Error('undone');
      const failing = () =>
        house.database.write(async (tx) => {
          await tx.query("INSERT INTO write_order_trial (name) VALUES ('undone')");
          throw undone;
        });
      await expect(new OnceOnly(elsewhere()).run(request, failing)).rejects.toBe(undone);
      expect(await elsewhere().find(request)).toBeNull();
      expect(await names()).toEqual([]);
    });

    it('answers for the other when two processes are asked at the same moment', async () => {
      const before = await entries();
      const slow = async () => `${await write('first')}`;
      const answers = await Promise.all(
        [new OnceOnly(elsewhere()), new OnceOnly(elsewhere())].map((door) => door.run(request, slow)),
      );
      expect(answers.map(({ answer }) => answer)).toEqual(['first', 'first']);
      expect(await names()).toEqual(['first']);
      expect(await entries()).toBe(before);
    });
  });
});
