import { Injectable } from '@nestjs/common';
import { LedgerHead } from '../ledger/index.js';
import { OutboxRow } from '../outbox/index.js';
import { Clock, Database, DatabaseFault, logger } from '../platform/index.js';
import { NotReady } from './web.errors.js';

export interface Readiness {
  /** The schema is that of this program. */
  migrated: true;
  /** Compilations whose end of the ledger can be read. */
  ledgers: number;
  /** How long the oldest due outbox row has waited. */
  backlogSeconds: number;
}

/** Whether this process can serve people now. */
@Injectable()
export class HealthQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The backlog is told, but does not close the door: another process may be the one that works, and people can
   * still read and write while mails wait. Writes that do not go through do close it, until one has gone through again.
   * @throws NotReady
   */
  async readiness(): Promise<Readiness> {
    const readiness = await this.look().catch((error: unknown) => {
      logger.error({ err: error }, 'not ready');
      throw new NotReady(error instanceof DatabaseFault ? error.reason : '数据库无法访问');
    });
    if (!readiness.migrated) throw new NotReady('数据库的结构与本程序不符');
    const { whyUnwritable } = this.database;
    if (whyUnwritable !== null) throw new NotReady(`${whyUnwritable}，不能保存`);
    return { ...readiness, migrated: true };
  }

  private async look(): Promise<{ migrated: boolean; ledgers: number; backlogSeconds: number }> {
    return this.database.read(async (reader) => {
      const migrated = await this.database.isMigrated();
      const ledgers = await reader.count(LedgerHead);
      const [oldest] = await reader.find(OutboxRow, {
        where: { state: 'ready' },
        order: { dueAt: 'ASC' },
        take: 1,
      });
      const waitedMs = this.clock.now() - (oldest?.dueAt ?? Infinity);
      return { migrated, ledgers, backlogSeconds: Math.max(0, Math.floor(waitedMs / 1000)) };
    });
  }
}
