import { readFile } from 'node:fs/promises';
import { type Locator, type Page } from 'playwright-core';

/** A file to be chosen in a form. */
export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** The smallest thing that is a PDF; each with its own words, so that no two are the same file. */
export const scan = (name: string): ChosenFile => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n%${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`),
});

const ticked = 'input[type=radio], input[type=checkbox]';
const written = 'textarea, input:not([type=radio], [type=checkbox], [type=hidden], [type=file])';

/** Somebody at a page: presses what has a name, fills what has a label, and knows nothing else of the page. */
export class Desk {
  constructor(
    readonly page: Page,
    /** The part of the page that is worked on; all of it unless {@link at} chose one. */
    private readonly part: Locator = page.getByRole('main'),
  ) {}

  /** The section of this heading. */
  at(heading: string): Desk {
    return new Desk(this.page, this.page.getByRole('region', { name: heading }).first());
  }

  /** The group of boxes or lines of this legend. */
  group(legend: string): Desk {
    return new Desk(this.page, this.part.getByRole('group', { name: legend }).first());
  }

  /** A page of the main navigation, and one of its own. */
  async open(area: string, page?: string): Promise<void> {
    await this.go(this.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: area }));
    if (page === undefined) return;
    const inside = this.page.getByRole('navigation', { name: /^本栏/ });
    await this.go(inside.getByRole('link', { name: page, exact: true }));
  }

  /** Follows a link to the next page. */
  follow(link: string | RegExp): Promise<void> {
    return this.go(this.part.getByRole('link', { name: link }));
  }

  /** Presses a button and waits for the page that answers. */
  press(button: string | RegExp): Promise<void> {
    return this.go(this.part.getByRole('button', { name: button }));
  }

  /** Opens what is folded. */
  async unfold(summary: string): Promise<void> {
    await this.part.locator('summary', { hasText: summary }).first().click();
  }

  async fill(fields: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) await this.control(label, written).fill(text);
  }

  async choose(label: string, option: string | { label?: string; index?: number }): Promise<void> {
    await this.control(label, 'select').selectOption(option);
  }

  /** The option whose text has these words. */
  async chooseLike(label: string, words: string): Promise<void> {
    const options = this.control(label, 'select').locator('option', { hasText: words });
    await this.control(label, 'select').selectOption((await options.first().getAttribute('value')) ?? '');
  }

  async tick(...labels: string[]): Promise<void> {
    for (const label of labels) await this.control(label, ticked).check();
  }

  async attach(label: string, file: ChosenFile): Promise<void> {
    await this.control(label, 'input[type=file]').setInputFiles(file);
  }

  /** The file that a link gives. */
  async download(link: string | RegExp): Promise<ChosenFile> {
    const saving = this.page.waitForEvent('download');
    await this.part.getByRole('link', { name: link }).first().click();
    const saved = await saving;
    const buffer = await readFile(await saved.path());
    return { name: saved.suggestedFilename(), mimeType: 'application/zip', buffer };
  }

  /** Whether these words can be read now. */
  sees(words: string): Promise<boolean> {
    return this.part.getByText(words).first().isVisible();
  }

  /** Waits until the page says so. */
  async reads(words: string | RegExp): Promise<void> {
    await this.part.getByText(words).first().waitFor();
  }

  /** What the page says first. */
  heading(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** From the overview through the list of effects to the confirmation. */
  async advance(step: string): Promise<void> {
    await this.open('总览');
    await this.go(this.page.locator('main').getByRole('link', { name: step, exact: true }));
    await this.press('确认办理');
    await this.reads(`已办理“${step}”`);
  }

  private control(label: string, kind: string): Locator {
    return this.part.getByLabel(label).and(this.page.locator(kind)).first();
  }

  private async go(target: Locator): Promise<void> {
    const arrived = this.page.waitForEvent('domcontentloaded');
    await Promise.all([arrived, target.first().click()]);
  }
}
