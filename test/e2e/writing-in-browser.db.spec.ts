import { type Browser, type Page } from 'playwright-core';
import { LinkTokens } from '../../src/access/index.js';
import { advanceCompilation } from '../../src/compilation/index.js';
import { SubmissionsQuery } from '../../src/materials/index.js';
import { ExtensionRequest, type ObligationRow, ObligationsQuery } from '../../src/obligations/index.js';
import { describeOnceInBrowser, keepPicture, openBrowser, type Person, sitDown } from '../support/browser.js';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { tokenFor } from '../support/page-visitor.js';

const long = '到2025年，重点行业质量竞争力持续提升，形成一批可复制的经验。'.repeat(12);

const keptKeys = 'Object.keys(localStorage).filter((key) => key.startsWith("bianzhi:kept:"))';

describeOnceInBrowser('what somebody writes', () => {
  let house: HttpHouse;
  let browser: Browser;
  let owed: ObligationRow[];
  let person: Person;
  let page: Page;
  beforeAll(async () => {
    house = await openHttpHouse('2021-06-28T10:00:00+08:00', 12);
    await house.perform(advanceCompilation, { event: 'startCompilation', reason: '按通知启动' });
    owed = await house.get(ObligationsQuery).list(house.compilationId);
    browser = await openBrowser();
  }, 60_000);
  beforeEach(async () => {
    person = await sitDown(browser, house.url, null);
    page = person.page;
  });
  afterEach(() => person.context.close());
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const unitPage = ({ id }: ObligationRow) => `/unit/${id}`;
  /** Comes in by the link of a mail, in this tab or another. */
  const enter = async ({ id }: ObligationRow, tab = page): Promise<void> => {
    await tab.goto(await house.get(LinkTokens).pathTo('unit', id));
    await tab.getByRole('button', { name: '进入' }).click();
    await tab.waitForURL(`**/unit/${id}`);
  };
  const stored = async ({ id }: ObligationRow, part: 'goals' | 'measures') =>
    (await house.get(SubmissionsQuery).material(house.compilationId, id)).content.parts[part];
  const rest = (minutes: number) => house.clock.moveTo(house.clock.now() + minutes * 60_000);
  const goals = (tab = page) => tab.locator('#part-goals');
  const unsaved = (tab = page) => tab.locator('.unsaved');
  const script = <T>(code: string, tab = page): Promise<T> => tab.evaluate<T>(code);

  it('is still written when the session ends, and saved when they come in again elsewhere', async () => {
    const [unit] = owed;
    await enter(unit);
    rest(31);
    await goals().fill(long);
    await unsaved().waitFor();
    expect(await unsaved().textContent()).toContain('留在本浏览器中，不会丢失');
    expect(await unsaved().textContent()).toContain('请从发给');
    // Beside the field, and the page stays where the person writes.
    expect(await script<boolean>('document.activeElement.id === "part-goals"')).toBe(true);
    expect(await script<number>('window.scrollY')).toBeGreaterThan(0);
    await keepPicture(page, 'writing-session-ended');

    await page.getByRole('button', { name: '保存', exact: true }).click();
    expect(await goals().inputValue()).toBe(long);
    const again = await person.context.newPage();
    await enter(unit, again);
    await again.close();
    await page.bringToFront();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存。').waitFor();
    expect(await stored(unit, 'goals')).toBe(long);
    expect(await page.locator('.kept-note').count()).toBe(0);
  });

  it('is there again after a reload, until the server has it', async () => {
    const [, unit] = owed;
    await enter(unit);
    rest(31);
    await goals().fill(long);
    await page.locator('[data-rows="indicator"] > button').click();
    const names = page.locator('[name^="indicator-"][name$="-name"]');
    await names.last().fill('产品质量合格率');
    await unsaved().waitFor();
    await enter(unit);
    await page.locator('.kept-note').first().waitFor();
    expect(await goals().inputValue()).toBe(long);
    expect(await page.locator('[name^="indicator-"][name$="-name"]').last().inputValue()).toBe(
      '产品质量合格率',
    );
    await keepPicture(page, 'writing-put-back');
    await page.locator('#saved', { hasText: '上次保存：' }).waitFor();
    expect(await script<string[]>(keptKeys)).toEqual([]);
    expect(await stored(unit, 'goals')).toBe(long);
  });

  it('in two tabs at once is never overwritten unseen', async () => {
    const [, , unit] = owed;
    await enter(unit);
    const other = await person.context.newPage();
    await other.goto(unitPage(unit));
    await goals().fill('第一个标签页所写');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存。').waitFor();
    await goals(other).fill('第二个标签页所写');
    await other.getByRole('button', { name: '保存', exact: true }).click();
    await other.getByText('两处都改过这份材料').waitFor();
    expect(await other.content()).toContain('第一个标签页所写');
    expect(await goals(other).inputValue()).toBe('第二个标签页所写');
    expect(await stored(unit, 'goals')).toBe('第一个标签页所写');
  });

  it('for one unit is not registered for another whose link was opened in between', async () => {
    const [, , , unit, another] = owed;
    await enter(unit);
    await page.getByText('申请延期', { exact: true }).click();
    await page.locator('[name="until"]').fill('2021-08-02');
    await page.locator('[name="reason"]').fill('数据须待半年报');
    const tab = await person.context.newPage();
    await enter(another, tab);
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByText(`本浏览器现在以“${another.unitName}”的名义办理。`).waitFor();
    await keepPicture(page, 'writing-wrong-unit');
    await page.getByRole('button', { name: '改好了，再提交一次' }).click();
    await page.getByText('没有登记给').waitFor();
    const asked = () => house.database.read((reader) => reader.find(ExtensionRequest));
    expect(await asked()).toEqual([]);
    await enter(unit, tab);
    await page.getByRole('button', { name: '改好了，再提交一次' }).click();
    await page.getByText('延期申请已提交').waitFor();
    expect((await asked()).map(({ obligationId }) => obligationId)).toEqual([unit.id]);
  });

  it('on a page of the staff outlives the session of the post', async () => {
    const base = `/c/${house.compilationId}`;
    const signIn = async () => {
      const token = await tokenFor(house, 'secretariat');
      await person.context.addCookies([{ name: 'bianzhi-session', value: token, url: house.url }]);
    };
    await signIn();
    await page.goto(`${base}/materials/${owed[5].id}`);
    const form = page.locator('form:has(textarea[name="reason"])').first();
    await form.locator('textarea').evaluate((field) => {
      for (let at = field.closest('details'); at; at = at.parentElement!.closest('details')) at.open = true;
    });
    await form.locator('textarea').fill(long);
    await form.locator('textarea').blur();
    expect(await script<string[]>(keptKeys)).toHaveLength(1);
    rest(31);
    await page.goto(`${base}/overview`);
    await page.waitForURL('**/sign-in**');
    await signIn();
    await page.goto(`${base}/materials/${owed[5].id}`);
    await page.locator('.kept-note').first().waitFor();
    expect(await page.locator('textarea[name="reason"]').first().inputValue()).toBe(long);
  });
});
