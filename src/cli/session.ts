import { type INestApplicationContext } from '@nestjs/common';
import { CompilationQuery } from '../compilation/index.js';
import { OnceOnly } from '../engine/index.js';
import { openHouse, realSurroundings } from '../house.js';
import { type Actor, canonicalJson, formatActor, readConfig, sha256 } from '../platform/index.js';
import { loadSeeds } from '../seeding.js';

export interface Session {
  app: INestApplicationContext;
  compilationId: string;
  actor: Actor;
}

/** Whoever has a shell on the machine acts as the secretariat's operator. */
export const operator: Actor = { kind: 'secretariat', id: 'cli' };

/** Opens the house for one command, on the compilation that is meant, and closes it behind. */
export async function withHouse<T>(
  compilation: string | undefined,
  fn: (session: Session) => Promise<T>,
): Promise<T> {
  const app = await openHouse(await realSurroundings(readConfig(process.env)));
  try {
    await loadSeeds(app);
    const { id } = await app.get(CompilationQuery).only(compilation);
    return await fn({ app, compilationId: id, actor: operator });
  } finally {
    await app.close();
  }
}

/** For commands that act; `.option(...keyOption)`. */
export const keyOption = ['--key <key>', '幂等键：同一个键只办理一次，再次执行得到第一次的结果'] as const;

/**
 * Carries an act out; with a key, once, however often the command is given.
 * @param asked what makes it the same act
 */
export async function once<T>(
  { app, compilationId, actor }: Session,
  { key }: Record<string, unknown>,
  asked: readonly string[],
  act: () => Promise<T>,
): Promise<T> {
  if (typeof key !== 'string' || key === '') return act();
  const digest = sha256(canonicalJson([compilationId, ...asked]));
  return (await app.get(OnceOnly).run({ actor: formatActor(actor), key, digest }, act)).answer;
}
