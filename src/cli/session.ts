import { type INestApplicationContext } from '@nestjs/common';
import { CompilationQuery } from '../compilation/index.js';
import { openHouse, realSurroundings } from '../house.js';
import { type Actor, readConfig } from '../platform/index.js';
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
