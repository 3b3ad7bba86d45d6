import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestHouse } from './test-house.js';

/** The `.eml` files that a house has written, by name. */
export async function mailFiles(house: TestHouse): Promise<string[]> {
  const folder = join(house.config.dataFolder, 'mail');
  return (await readdir(folder).catch(() => [])).sort();
}

/** Headers of a message by lower-case name, unfolded; text of the encoded words is decoded. */
export function headersOf(message: string | Buffer): Record<string, string> {
  const head = message
    .toString()
    .split('\r\n\r\n', 1)[0]
    .replace(/\r\n[ \t]+/g, ' ');
  const lines = head.split('\r\n').map((line) => line.split(/:(.*)/s));
  return Object.fromEntries(lines.map(([name, value]) => [name.toLowerCase(), decodeWords(value.trim())]));
}

export async function readHeaders(house: TestHouse): Promise<Record<string, string>[]> {
  const folder = join(house.config.dataFolder, 'mail');
  const files = await mailFiles(house);
  return Promise.all(files.map(async (file) => headersOf(await readFile(join(folder, file)))));
}

/** RFC 2047: `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`; white space between two encoded words does not count. */
function decodeWords(value: string): string {
  const joined = value.replace(/\?=\s+=\?/g, '?==?');
  return joined.replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, text: string) => {
    if (kind.toUpperCase() === 'B') return Buffer.from(text, 'base64').toString();
    const percents = text
      .replaceAll('_', ' ')
      .replaceAll('%', '%25')
      .replace(/=([0-9A-F]{2})/gi, '%$1');
    return decodeURIComponent(percents);
  });
}
