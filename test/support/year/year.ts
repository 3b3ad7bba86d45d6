import { type Browser } from 'playwright-core';
import { type StaffRole } from '../../../src/platform/index.js';
import { keepPicture, openBrowser, type Person, sitDown } from '../browser.js';
import { Desk } from '../clicks.js';
import { codeIn, lastLetter, linkIn } from '../letters.js';
import { type HttpHouse, openHttpHouse } from '../http-house.js';
import { tokenFor } from '../page-visitor.js';

const patienceMs = 60_000;

/** A small house, and whoever works with it through a browser. Only the clock is moved by hand. */
export class Year {
  private readonly people: Person[] = [];

  private constructor(
    readonly house: HttpHouse,
    private readonly browser: Browser,
    /** 经办一岗 */
    readonly office: Desk,
    /** 复核岗 */
    readonly reviewer: Desk,
  ) {}

  static async open(): Promise<Year> {
    const house = await openHttpHouse('2021-06-25T09:00:00+08:00', 12);
    const browser = await openBrowser();
    const people = await Promise.all([sitDown(browser, house.url, null), sitDown(browser, house.url, null)]);
    const [office, reviewer] = people.map(({ page }) => new Desk(page));
    const year = new Year(house, browser, office, reviewer);
    year.people.push(...people);
    for (const { page } of people) page.setDefaultTimeout(patienceMs);
    return year;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.house.close();
  }

  /** Lets everything happen that falls due up to a moment (`2021-07-06T10:00`). */
  wait(until: string): Promise<void> {
    return this.house.moveTo(`${until}:00+08:00`);
  }

  /** A new sitting of both posts: nobody stays signed in from one day to the next. */
  async on(moment: string): Promise<void> {
    await this.wait(moment);
    await this.seat(this.office, 'secretariat', '经办一岗');
    await this.seat(this.reviewer, 'reviewer', '复核岗');
  }

  /** Somebody who comes with nothing but the address. */
  async visitor(): Promise<Desk> {
    const person = await sitDown(this.browser, this.house.url, null);
    person.page.setDefaultTimeout(patienceMs);
    this.people.push(person);
    return new Desk(person.page);
  }

  /** Somebody who follows the link of a mail and presses its one button. */
  async byLetter(template: string, to: string, kind: 'u' | 'm' = 'u'): Promise<Desk> {
    const desk = await this.visitor();
    await desk.page.goto(linkIn(await lastLetter(this.house, template, to), kind));
    await desk.press('进入');
    return desk;
  }

  /** The code that was asked for a moment ago. */
  async mailedCode(template: string, to: string): Promise<string> {
    const inAMinute = this.house.clock.now() + 60_000;
    await this.house.moveTo(new Date(inAMinute).toISOString());
    return codeIn(await lastLetter(this.house, template, to));
  }

  /** Whatever any of the browsers complained of. */
  complaints(): string[] {
    return this.people.flatMap(({ complaints }) => complaints);
  }

  /** @throws the error with the pages that everybody had before them, and keeps their pictures. */
  async explain(error: unknown): Promise<never> {
    const open = this.people.map(({ page }, index) =>
      keepPicture(page, `year-${index}`).then(() => page.url()),
    );
    const pages = (await Promise.all(open)).join('\n');
    throw new Error(`${String(error)}\n${pages}\n${this.complaints().join('\n')}`, { cause: error });
  }

  private async seat(desk: Desk, role: StaffRole, signInName: string): Promise<void> {
    const value = await tokenFor(this.house, role, signInName);
    const cookie = { name: 'bianzhi-session', value, url: this.house.url, httpOnly: true };
    await desk.page.context().addCookies([cookie]);
    await desk.page.goto('/');
  }
}
