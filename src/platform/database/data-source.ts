import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { logger } from '../logger.js';
import { migrations } from './migrations/index.js';
import { patienceMs } from './writer.js';

export type EntityList = EntityTarget<ObjectLiteral>[];

/** Milliseconds SQLite may block the event loop on another process's lock; waiting longer is done without blocking. */
const busyTimeoutMs = { writing: 10, reading: 500 };

function sqliteSource(file: string, entities: EntityList, readonly: boolean, durable: boolean): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    database: file,
    readonly,
    timeout: readonly ? busyTimeoutMs.reading : busyTimeoutMs.writing,
    // Lists of ids make one statement per length; the default of 100 prepares them over and over.
    statementCacheSize: 1000,
    entities: entities as never,
    migrations: readonly ? [] : migrations,
    prepareDatabase: (db: { pragma(sql: string): void }) => {
      if (!readonly) db.pragma('journal_mode = WAL');
      // FULL, not the WAL default NORMAL: an acknowledged act must survive a power cut.
      db.pragma(durable ? 'synchronous = FULL' : 'synchronous = OFF');
      db.pragma('foreign_keys = ON');
      // Without it INSERT OR REPLACE slips past the ledger's append-only triggers.
      db.pragma('recursive_triggers = ON');
      db.pragma('cache_size = -65536');
    },
  });
}

/** The pair of sources for a URL: one that writes and, on SQLite, a second, read-only connection. */
export function createSources(
  url: string,
  entities: EntityList,
  durable: boolean,
): { writer: DataSource; reader: DataSource } {
  if (url.startsWith('sqlite:')) {
    const file = url.slice('sqlite:'.length);
    return {
      writer: sqliteSource(file, entities, false, durable),
      reader: sqliteSource(file, entities, true, durable),
    };
  }
  const source = new DataSource({
    type: 'postgres',
    url,
    entities: entities as never,
    migrations,
    poolSize: 10,
    parseInt8: false,
    connectTimeoutMS: 10_000,
    extra: {
      keepAlive: true,
      lock_timeout: patienceMs,
      // A server that vanished without a word must not hold a person for ever; no statement of ours takes so long.
      statement_timeout: 110_000,
      query_timeout: 120_000,
    },
    poolErrorHandler: (error: unknown) => logger.warn({ err: error }, 'an idle connection was lost'),
  });
  return { writer: source, reader: source };
}
