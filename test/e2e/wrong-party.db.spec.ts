import { LinkTokens, revokeLink } from '../../src/access/index.js';
import { advanceCompilation } from '../../src/compilation/index.js';
import {
  ExtensionRequest,
  Obligation,
  ObligationsQuery,
  type ObligationRow,
} from '../../src/obligations/index.js';
import { ServerKey } from '../../src/platform/index.js';
import { react } from '../support/drafts-steps.js';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { Tab } from '../support/tab.js';

/** One browser, in which the links of several parties are opened one after another. */
describe('in one browser', () => {
  let house: HttpHouse;
  let first: ObligationRow;
  let second: ObligationRow;
  let tab: Tab;
  beforeAll(async () => {
    house = await openHttpHouse('2021-06-28T10:00:00+08:00', 12);
    await house.perform(advanceCompilation, { event: 'startCompilation', reason: '按通知启动' });
    [first, second] = await house.get(ObligationsQuery).list(house.compilationId);
  }, 60_000);
  beforeEach(() => {
    tab = new Tab(house.url);
  });
  afterAll(() => house.close());

  const linkOf = (id: string) => house.get(LinkTokens).pathTo('unit', id);
  const enter = async (obligation: ObligationRow): Promise<void> => {
    const link = await linkOf(obligation.id);
    await tab.open(link);
    await tab.press(link);
  };
  const requests = () => house.database.read((reader) => reader.find(ExtensionRequest));
  const untilNever = { until: '', reason: '数据须待半年报' };

  it('a form that was refused to one unit is never registered for another', async () => {
    await enter(first);
    const page = await tab.open(`/unit/${first.id}`);
    const refused = await tab.send(page, `/unit/${first.id}/extension`, untilNever);
    expect(refused.status).toBe(400);
    await enter(second);
    const corrected = await tab.send(refused, `/unit/${first.id}/extension`, { until: '2021-08-02' });
    expect(corrected.status).toBe(403);
    expect(corrected.html).toContain(`以“${first.unitName}”的名义填写的`);
    expect(corrected.html).toContain(`本浏览器现在以“${second.unitName}”的名义办理`);
    expect(corrected.html).toContain('数据须待半年报');
    expect(await requests()).toEqual([]);

    await enter(first);
    const sent = await tab.send(corrected, `/unit/${first.id}/extension`, {});
    expect(sent.status).toBe(303);
    expect((await requests()).map(({ obligationId }) => obligationId)).toEqual([first.id]);
  });

  it('a form with the proof of one unit and the address of another is refused', async () => {
    await enter(first);
    const page = await tab.open(`/unit/${first.id}`);
    await enter(second);
    const before = await requests();
    const answer = await tab.post(`/unit/${second.id}/extension`, {
      ...{ until: '2021-08-02', reason: '不是本单位写的' },
      formToken: page.formToken,
    });
    expect(answer.status).toBe(403);
    expect(await requests()).toEqual(before);
  });

  it('the page of a unit, with its own proof, does nothing to what another unit owes', async () => {
    await enter(second);
    const page = await tab.open(`/unit/${second.id}`);
    const answer = await tab.send(page, `/unit/${first.id}/acknowledgement`, {});
    expect(answer.status).toBe(403);
    expect(answer.html).toContain(`这个页面不属于“${second.unitName}”`);
    const kept = await house.database.read((reader) => reader.findOneByOrFail(Obligation, { id: first.id }));
    expect(kept.acknowledgedAt).toBeNull();
  });

  it('a page says for whom one acts, and a link says whom it would replace', async () => {
    await enter(first);
    expect((await tab.open(`/unit/${first.id}`)).html).toContain(
      `以<strong>${first.unitName}</strong>的名义办理`,
    );
    expect((await tab.open(await linkOf(second.id))).html).toContain(
      `本浏览器现在以“${first.unitName}”的名义办理`,
    );
  });

  it('two links that were opened before either was entered can be entered in turn', async () => {
    const [one, other] = [await linkOf(first.id), await linkOf(second.id)];
    await tab.open(one);
    await tab.open(other);
    expect((await tab.press(one)).location).toBe(`/unit/${first.id}`);
    expect((await tab.press(other)).location).toBe(`/unit/${second.id}`);
  });

  it('whoever comes in again by the same link goes on with the form that was open', async () => {
    await enter(first);
    const page = await tab.open(`/unit/${first.id}`);
    house.clock.moveTo(house.clock.now() + 31 * 60_000);
    const typed = { revision: '0', 'part-goals': '离开之前写的目标' };
    const ended = await tab.send(page, `/unit/${first.id}/draft`, typed);
    expect(ended.status).toBe(401);
    expect(ended.html).toContain(`请从发给${first.unitName}的邮件中的链接再进入`);
    expect(ended.html).toContain('离开之前写的目标');
    await enter(first);
    expect((await tab.send(ended, `/unit/${first.id}/draft`, {})).status).toBe(303);
    expect((await tab.open(`/unit/${first.id}`)).html).toContain('离开之前写的目标');
  });

  it('a forged proof is nobody’s', async () => {
    await enter(first);
    const page = await tab.open(`/unit/${first.id}`);
    const [session] = page.formToken.split('.');
    const forged = `${session}.${new ServerKey(Buffer.alloc(32, 2)).derive('form', session)}`;
    const answer = await tab.post(`/unit/${first.id}/acknowledgement`, { formToken: forged });
    expect(answer.status).toBe(403);
    expect(answer.html).not.toContain('再提交一次');
  });

  describe('a unit that owes two things', () => {
    let reply: ObligationRow;
    beforeAll(async () => {
      await react(house, 'issueObligations', { kind: 'reply', deadlineKey: 'unitRepliesDue' });
      const own = await house.get(ObligationsQuery).list(house.compilationId, { unitId: first.unitId });
      reply = own.find(({ kind }) => kind === 'reply')!;
    });

    it('finds both by either link, with the right one open', async () => {
      for (const [opened, other] of [
        [first, reply],
        [reply, first],
      ]) {
        tab = new Tab(house.url);
        await enter(opened);
        const { html } = await tab.open(`/unit/${opened.id}`);
        expect(html).toContain('共有2项');
        expect(html).toContain(`<strong aria-current="page">${opened.title}</strong>`);
        expect(html).toContain(`href="/unit/${other.id}"`);
        expect((await tab.open(`/unit/${other.id}`)).status).toBe(200);
      }
    });

    it('does by each of its pages what that page is for', async () => {
      await enter(reply);
      const page = await tab.open(`/unit/${first.id}`);
      await tab.send(page, `/unit/${reply.id}/acknowledgement`, {});
      const rows = await house.get(ObligationsQuery).list(house.compilationId, { unitId: first.unitId });
      expect(rows.filter(({ acknowledgedAt }) => acknowledgedAt !== null).map(({ id }) => id)).toEqual([
        reply.id,
      ]);
    });

    it('does not open by another link what was closed to it', async () => {
      await enter(first);
      await house.perform(revokeLink, { kind: 'unit', aboutId: reply.id });
      expect((await tab.open(`/unit/${reply.id}`)).status).toBe(403);
    });
  });
});
