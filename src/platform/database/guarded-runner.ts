import { type QueryRunner } from 'typeorm';
import { type DatabaseFault, faultOf } from './faults.js';
import { forgetTouchedRows, performWatched, type Query } from './touched-rows.js';

/** The statements of one write, and the first fault that any of them met. */
export interface Statements {
  runner: QueryRunner;
  fault(): DatabaseFault | undefined;
  /** Nothing more goes through the runner: whoever still holds its manager is told, not served outside. */
  end(): void;
}

/** Tells TypeORM what it would otherwise find out by its own counting: that a transaction is open, or none. */
export function tellTransaction(runner: QueryRunner, isTransactionActive: boolean): void {
  Object.assign(runner, { isTransactionActive });
}

/**
 * After a fault SQLite may have rolled back by itself, and what followed would be kept one by one, outside any
 * transaction. So the first fault ends the write: each further statement meets the same fault, also when the code in
 * between caught it and went on.
 */
export function guard(runner: QueryRunner): Statements {
  // SQLite has one runner for all writes; an earlier guard shadows the method that its class has.
  const unguarded = (Object.getPrototypeOf(runner) as { query: Query }).query;
  let fault: DatabaseFault | undefined;
  let ended = false;
  forgetTouchedRows(runner);
  const guarded: Query = async (...statement) => {
    if (ended) throw new Error('a statement came after the end of its write');
    if (fault !== undefined) throw fault;
    try {
      return await performWatched(runner, unguarded, statement);
    } catch (error) {
      fault ??= faultOf(error, 'unsaved');
      throw fault ?? error;
    }
  };
  runner.query = guarded as QueryRunner['query'];
  return { runner, fault: () => fault, end: () => void (ended = true) };
}
