import { join } from 'node:path';
import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CalendarShelf } from './calendar/index.js';
import { ModuleRef } from '@nestjs/core';
import { ActRunner, Acts, Engine, OnceOnly, Ports, RequestKeys } from './engine/index.js';
import { ContentStore } from './files/index.js';
import { Ledger, LedgerQuery } from './ledger/index.js';
import { MailChecks, Outbox } from './outbox/index.js';
import {
  Clock,
  type Config,
  configToken,
  Database,
  IdSource,
  PostNames,
  ServerKey,
  templatesFolder,
  WallClock,
} from './platform/index.js';
import { TemplateSet } from './render/index.js';
import { Worker } from './worker/index.js';

/** What a composition chooses; everything else follows. */
export interface Surroundings {
  config: Config;
  database: Database;
  clock: Clock;
  ids: IdSource;
  /** Outbox rows performed side by side; a rehearsal takes 1. */
  workerConcurrency?: number;
  /** By which sessions end; the clock itself unless told. */
  wallClock?: Clock;
  /** A throw-away house whose clock visitors move; the clock is then a simulated one. */
  demo?: boolean;
  /** Links in mails derive from it. */
  serverKey: Buffer;
  /** Compiled before, for houses that follow one another; read from templates/ unless given. */
  templates?: TemplateSet;
}

/** Platform, engine, ledger, outbox, worker and templates, as every room injects them. */
@Global()
@Module({})
export class MachineryModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with(surroundings: Surroundings): DynamicModule {
    const machinery = assemble(surroundings);
    return {
      module: MachineryModule,
      providers: [...machinery.map(([provide, useValue]) => ({ provide, useValue })), runner],
      exports: [...machinery.map(([provide]) => provide), ActRunner],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** Acts name the services they use by class; the house gives them. */
const runner = {
  provide: ActRunner,
  inject: [Acts, ModuleRef],
  useFactory: (acts: Acts, house: ModuleRef) => new ActRunner(acts, house),
};

function assemble(surroundings: Surroundings) {
  const { config, database, clock, ids, workerConcurrency, wallClock, serverKey, templates } = surroundings;
  const ledger = new Ledger(ids);
  const outbox = new Outbox(clock, ids);
  const ports = new Ports();
  const engine = new Engine(ports, clock);
  const key = new ServerKey(serverKey);
  return [
    [configToken, config],
    [Database, database],
    [Clock, clock],
    [WallClock, wallClock ?? clock],
    [ServerKey, key],
    [IdSource, ids],
    [PostNames, new PostNames()],
    [Ledger, ledger],
    [LedgerQuery, new LedgerQuery(database)],
    [Outbox, outbox],
    [MailChecks, new MailChecks()],
    [Ports, ports],
    [Engine, engine],
    [OnceOnly, new OnceOnly(new RequestKeys(database, wallClock ?? clock, ids, key))],
    [Acts, new Acts(database, clock, ids, ledger, engine, outbox)],
    [Worker, new Worker(database, clock, ids, workerConcurrency)],
    [CalendarShelf, new CalendarShelf()],
    [ContentStore, new ContentStore(join(config.dataFolder, 'files'), !database.throwAway)],
    [TemplateSet, templates ?? new TemplateSet(templatesFolder)],
  ] as const;
}
