import { advanceCompilation } from '../src/compilation/index.js';
import { ActRunner, Acts, type AnyAct, CompilationEnded, declaredActs } from '../src/engine/index.js';
import { LedgerQuery } from '../src/ledger/index.js';
import { Mail } from '../src/outbox/index.js';
import { type Actor, systemActor } from '../src/platform/index.js';
import { standAt } from './support/stand-at.js';
import { openHouse, secretary, type TestHouse } from './support/test-house.js';

/** What is still possible, and why, is said at `AfterEnd`; whatever else is declared is refused. */
const possible = {
  terminated: [
    'account.created',
    'account.disabled',
    'account.enabled',
    'account.reset',
    'account.signedOut',
    'calendar.yearEntered',
    'compilation.advanced',
    'directory.unitCorrected',
    'directory.unitsImported',
    'expert.corrected',
    'expert.entered',
    'expert.withdrawn',
    'link.revoked',
    'mail.resent',
    'proposer.erased',
    'roles.changed',
    'seat.corrected',
    'seat.entered',
    'seat.withdrawn',
    'token.issued',
    'token.revoked',
  ],
  published: ['packet.requested'],
};

describe('in a compilation that ended', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse(undefined, undefined, { units: 2 });
  });
  afterAll(() => house.close());

  const mails = () => house.database.read((reader) => reader.count(Mail));
  const seq = async () => (await house.get(LedgerQuery).head(house.compilationId)).seq;
  const asked = async (act: AnyAct) => {
    const who = { compilationId: house.compilationId, actor: secretary };
    return house
      .get(ActRunner)
      .preview(act, who, act.example as never)
      .catch((error: unknown) => error);
  };
  const noted = (actor: Actor, type = 'test.noted') =>
    house.get(Acts).perform({ compilationId: house.compilationId, actor, type }, async () => 'done');

  describe.each([
    ['terminated', '已终止', possible.terminated],
    ['published', '已发布', [...possible.terminated, ...possible.published].sort()],
  ] as const)('and is %s', (state, title, still) => {
    beforeAll(() => standAt(house, state));

    it('every declared act is refused with its name and what can be done, but for those that say so', async () => {
      const going: string[] = [];
      for (const act of declaredActs()) {
        const answer = await asked(act);
        if (!(answer instanceof CompilationEnded)) going.push(act.name);
        else expect(answer.userMessage).toContain(`编制项目${title}，不再办理“${act.title}”`);
      }
      expect(going).toEqual(still);
    });

    it('so is whatever else a person does in it; nothing is written and nobody gets a mail', async () => {
      const before = [await seq(), await mails()];
      for (const kind of ['secretariat', 'unit', 'expert', 'public'] as const)
        await expect(noted({ kind, id: 'x' })).rejects.toMatchObject({ code: 'compilation-ended' });
      expect([await seq(), await mails()]).toEqual(before);
    });

    it('no step is on its chart', async () => {
      const step = { event: 'startCompilation', reason: '再次启动' };
      await expect(house.perform(advanceCompilation, step)).rejects.toMatchObject({
        code: 'step-not-offered',
      });
    });

    it('the house’s own jobs still note what became of them', async () => {
      expect(await noted(systemActor('worker'))).toBe('done');
    });
  });

  it('an act is possible before: the refusal is of the end', async () => {
    await standAt(house, 'drafting.composing');
    expect(await noted(secretary)).toBe('done');
    for (const act of declaredActs()) expect(await asked(act)).not.toBeInstanceOf(CompilationEnded);
  });
});
