// The log of provoked failures would drown the report.
process.env.BIANZHI_LOG ??= 'silent';

/** `npm run test:long` takes what `npm test` leaves out. */
const long = process.env.TESTS === 'long';

/** Walks of minutes through every page; `npm test` keeps a short one (writing-in-browser, handing-in). */
const walks = ['/test/e2e/year-in-browser', '/test/e2e/pages-in-browser'];
/** Try everything wrong on every route; `npm test` tries every few of them (test/support/some-of.ts). */
const sampled = ['/test/e2e/page-input', '/test/e2e/api(?=\\.)', '/test/e2e/rehearsed-house', '/test/crash/'];
/**
 * What stands above the rooms speaks to the database through them: the rooms' own suites and the rehearsed year show
 * that they do the same on PostgreSQL.
 */
const aboveTheRooms = ['/src/pages/', '/src/web/', '/src/cli/', '/test/e2e/(?!rehearsal\\.)'];

const onlyIn = (paths, ending) => [`(${paths.join('|')}).*${ending}$`];
const ending = '\\.spec\\.ts';
const onDatabase = '\\.db\\.spec\\.ts';

const shared = {
  rootDir: import.meta.dirname,
  runner: '<rootDir>/test/support/runner/runner.mjs',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/out/'],
};

/** Rules that need no database run once; everything else runs the same on SQLite and on PostgreSQL. */
export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '1200MB',
  testTimeout: 600_000,
  projects: [
    {
      ...shared,
      displayName: 'rules',
      testRegex: long ? onlyIn(sampled, ending) : ending,
      testPathIgnorePatterns: ['/node_modules/', onDatabase],
    },
    {
      ...shared,
      displayName: 'sqlite',
      testRegex: long ? onlyIn([...walks, ...sampled], onDatabase) : onDatabase,
      testPathIgnorePatterns: ['/node_modules/', ...(long ? [] : walks)],
      testEnvironmentOptions: { database: 'sqlite' },
      globalSetup: '<rootDir>/test/support/start-sqlite.mjs',
      globalTeardown: '<rootDir>/test/support/stop-sqlite.mjs',
    },
    {
      ...shared,
      displayName: 'postgres',
      testRegex: long ? onlyIn(aboveTheRooms, onDatabase) : onDatabase,
      testPathIgnorePatterns: ['/node_modules/', ...(long ? [] : aboveTheRooms)],
      testEnvironmentOptions: { database: 'postgres' },
      globalSetup: '<rootDir>/test/support/start-postgres.mjs',
      globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
    },
  ],
};
