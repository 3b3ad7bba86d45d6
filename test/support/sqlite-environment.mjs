import { TestEnvironment } from 'jest-environment-node';

/** Tells test/support/test-database.ts which database this project runs on. */
export default class SqliteEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.testDatabaseKind = 'sqlite';
  }
}
