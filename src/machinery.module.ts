import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CalendarShelf } from './calendar/index.js';
import { Acts, Engine, Ports } from './engine/index.js';
import { Ledger } from './ledger/index.js';
import { Outbox } from './outbox/index.js';
import { Clock, type Config, Database, IdSource } from './platform/index.js';
import { Worker } from './worker/index.js';

export const configToken = Symbol('Config');

/** What a composition chooses; everything else follows. */
export interface Surroundings {
  config: Config;
  database: Database;
  clock: Clock;
  ids: IdSource;
  /** Outbox rows performed side by side; a rehearsal takes 1. */
  workerConcurrency?: number;
}

const tokens = [
  configToken,
  Database,
  Clock,
  IdSource,
  Ledger,
  Outbox,
  Ports,
  Engine,
  Acts,
  Worker,
  CalendarShelf,
];

/** Platform, engine, ledger, outbox and worker, as every room injects them. */
@Global()
@Module({})
export class MachineryModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with({ config, database, clock, ids, workerConcurrency }: Surroundings): DynamicModule {
    const ledger = new Ledger(ids);
    const outbox = new Outbox(clock, ids);
    const ports = new Ports();
    const engine = new Engine(ports, clock);
    const acts = new Acts(database, clock, ids, ledger, engine, outbox);
    const worker = new Worker(database, clock, ids, workerConcurrency);
    const values = [
      config,
      database,
      clock,
      ids,
      ledger,
      outbox,
      ports,
      engine,
      acts,
      worker,
      new CalendarShelf(),
    ];
    return {
      module: MachineryModule,
      providers: tokens.map((provide, index) => ({ provide, useValue: values[index] })),
      exports: tokens,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
