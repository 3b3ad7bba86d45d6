import { type EntityManager } from 'typeorm';

export type Transaction<T> = (tx: EntityManager) => Promise<T>;

/** Carries out writes, each in one transaction of its own: all of it is kept, or nothing. */
export interface Writer {
  write<T>(fn: Transaction<T>): Promise<T>;
  /** Resolves when none is under way. */
  idle(): Promise<void>;
}

/** How long a write waits for a lock that another process holds, from the moment it was asked for. */
export const patienceMs = 5_000;
