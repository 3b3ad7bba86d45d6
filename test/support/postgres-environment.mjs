import { TestEnvironment } from 'jest-environment-node';

/** Tells test/support/test-database.ts which database this project runs on; the server is started by start-postgres.mjs. */
export default class PostgresEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.testDatabaseKind = 'postgres';
  }
}
