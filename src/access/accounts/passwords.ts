import { hash, verify } from '@node-rs/argon2';
import { tidyPassword } from '../../platform/index.js';
import { WeakPassword } from '../access.errors.js';

/** OWASP's first choice for Argon2id, the library's default kind: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const minimumCharacters = 12;
const maximumCharacters = 200;

/** Compared with when there is no such post, so that an answer takes equally long. */
const nobodysHash = hash('nobody', cost);

export const hashPassword = (password: string): Promise<string> => hash(tidyPassword(password), cost);

export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodysHash), tidyPassword(password));
  return matches && stored !== null;
}

/** Length, not composition, makes a password hard to guess (ASVS 5.0, 6.2.1, 6.2.5). @throws WeakPassword */
export function checkPassword(password: string, signInName: string): void {
  const length = [...tidyPassword(password)].length;
  if (length < minimumCharacters) throw new WeakPassword(`只有${length}个字符`);
  if (length > maximumCharacters) throw new WeakPassword(`超过${maximumCharacters}个字符`);
  if (password.toLowerCase().includes(signInName)) throw new WeakPassword('含有岗位名');
  if (new Set(password).size < 5) throw new WeakPassword('重复的字符太多');
}
