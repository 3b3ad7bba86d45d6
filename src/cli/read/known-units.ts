import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadRoster } from '../../directory/index.js';
import { Database, readConfig, seedsFolder } from '../../platform/index.js';
import { type CommonOptions } from '../define.js';

export type KnownUnit = Awaited<ReturnType<typeof loadRoster>>[number];

/**
 * The units that names in a file are held against: those of the compilation that is named, when there is a
 * database, else those of `seeds/`.
 */
export async function knownUnits({ compilation }: CommonOptions): Promise<KnownUnit[]> {
  if (compilation === undefined || !hasDatabase()) return seededUnits();
  const { withHouse } = await import('../session.js');
  return withHouse(compilation, ({ app }) => app.get(Database).read(loadRoster));
}

function hasDatabase(): boolean {
  const [, sqliteFile] = /^sqlite:(.+)$/.exec(readConfig(process.env).databaseUrl) ?? [];
  return sqliteFile === undefined || existsSync(sqliteFile);
}

async function seededUnits(): Promise<KnownUnit[]> {
  const seeds = await readFile(join(seedsFolder, 'units.json'), 'utf8');
  return (JSON.parse(seeds) as { units: KnownUnit[] }).units;
}
