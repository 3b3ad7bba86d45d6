// The log of provoked failures would drown the report.
process.env.BIANZHI_LOG ??= 'silent';

/** Rules that need no database run once; everything else runs the same on SQLite and on PostgreSQL. */
const shared = {
  rootDir: import.meta.dirname,
  runner: '<rootDir>/test/support/runner/runner.mjs',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/out/'],
};
/**
 * What pages show is tested on SQLite; that they work on PostgreSQL too, the year clicked through in a browser shows
 * there. `npm run test:pages` runs every test of a page on PostgreSQL, which takes longer than a suite should.
 */
const pagesOnly = process.env.PAGES_ON_POSTGRES === 'yes' ? [] : ['/src/pages/', '/test/e2e/page-input'];

const onDatabase = { testMatch: ['<rootDir>/{src,test}/**/*.db.spec.ts'] };

export default {
  maxWorkers: 2,
  // Jest keeps what a suite's ES modules held; a worker that is not renewed ends up ten times slower.
  workerIdleMemoryLimit: '500MB',
  testTimeout: 600_000,
  projects: [
    {
      ...shared,
      displayName: 'rules',
      testMatch: ['<rootDir>/{src,workflows,test}/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.db\\.spec\\.ts$'],
    },
    {
      ...shared,
      ...onDatabase,
      displayName: 'sqlite',
      testEnvironmentOptions: { database: 'sqlite' },
      globalSetup: '<rootDir>/test/support/start-sqlite.mjs',
      globalTeardown: '<rootDir>/test/support/stop-sqlite.mjs',
    },
    {
      ...shared,
      ...onDatabase,
      displayName: 'postgres',
      testPathIgnorePatterns: ['/node_modules/', ...pagesOnly],
      testEnvironmentOptions: { database: 'postgres' },
      globalSetup: '<rootDir>/test/support/start-postgres.mjs',
      globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
    },
  ],
};
