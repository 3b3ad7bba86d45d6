import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { partsOf } from '../../src/effects/mail/read-message.js';
import { mailFiles } from './eml.js';
import { type TestHouse } from './test-house.js';

/** The text of the last mail of a template that went to an address, as its recipient reads it. */
export async function lastLetter(house: TestHouse, template: string, to: string): Promise<string> {
  const files = await mailFiles(house);
  const file = files.filter((name) => name.endsWith(`-${template}-${to}.eml`)).at(-1);
  if (file === undefined) throw new Error(`no mail “${template}” has gone to ${to}`);
  const parts = await partsOf(await readFile(join(house.config.dataFolder, 'mail', file)));
  return parts.find(({ type }) => type === 'text/plain')!.bytes.toString();
}

/** Where the link of a unit (`u`) or of an expert (`m`) in a mail leads, without the host. */
export function linkIn(letter: string, kind: 'u' | 'm'): string {
  const link = new RegExp(`/${kind}/[\\w-]+/\\d+/[\\w-]+`).exec(letter)?.[0];
  if (link === undefined) throw new Error(`no link in: ${letter}`);
  return link;
}

/** The six digits of a mail with a code. */
export function codeIn(letter: string): string {
  const code = /(?<!\d)\d{3} ?\d{3}(?!\d)/.exec(letter)?.[0];
  if (code === undefined) throw new Error(`no code in: ${letter}`);
  return code;
}
