import { pathToFileURL } from 'node:url';
import { jestExpect } from '@jest/expect';
import { createEmptyTestResult } from '@jest/test-result';
import * as circus from 'jest-circus';
import { formatExecError, formatResultsErrors } from 'jest-message-util';

const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
Object.assign(globalThis, {
  describe,
  it,
  test,
  beforeAll,
  beforeEach,
  afterAll,
  afterEach,
  expect: jestExpect,
});

circus.addEventHandler((event) => {
  if (event.name !== 'test_done') return;
  const { suppressedErrors } = jestExpect.getState();
  jestExpect.setState({ suppressedErrors: [] });
  event.test.errors.push(
    ...suppressedErrors,
    ...jestExpect.extractExpectedAssertionsErrors().map(({ error }) => error),
  );
});
for (const event of ['unhandledRejection', 'uncaughtException']) {
  process.on(event, (error) => circus.getState().unhandledErrors.push(error));
}

export async function runSuite({ path, config, globalConfig }) {
  const start = Date.now();
  circus.resetState();
  const { testNamePattern } = globalConfig;
  const state = circus.getState();
  state.testTimeout = config.testTimeout ?? 600_000;
  if (testNamePattern) state.testNamePattern = new RegExp(testNamePattern, 'i');
  globalThis.testDatabaseKind = config.testEnvironmentOptions.database;
  await import(`${pathToFileURL(path).href}?${globalThis.testDatabaseKind ?? ''}`);
  const loaded = Date.now();
  const { testResults, unhandledErrorsDetailed } = await circus.run();
  const end = Date.now();
  const results = testResults.map(toAssertion);
  const failures = formatResultsErrors(results, config, globalConfig, path);
  const others = unhandledErrorsDetailed.map((error) => formatExecError(error, config, globalConfig));
  const count = (status) => results.filter((result) => result.status === status).length;
  const empty = createEmptyTestResult();
  return {
    ...empty,
    heapUsedBytes: process.memoryUsage().heapUsed,
    displayName: config.displayName,
    failureMessage: [failures, ...others].filter(Boolean).join('\n\n') || null,
    numFailingTests: count('failed'),
    numPassingTests: count('passed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    perfStats: {
      ...empty.perfStats,
      start,
      end,
      runtime: end - start,
      setupFilesStart: start,
      setupFilesEnd: loaded,
    },
    skipped: results.length > 0 && results.every(({ status }) => status === 'pending'),
    testExecError: others.length === 0 ? undefined : { message: '', stack: others.join('\n') },
    testFilePath: path,
    testResults: results,
  };
}

const statuses = { skip: 'pending', todo: 'todo' };

function toAssertion({ testPath, status, errors, errorsDetailed, duration, startedAt, ...result }) {
  const titles = testPath.slice(1);
  return {
    ancestorTitles: titles.slice(0, -1),
    duration,
    failureDetails: errorsDetailed,
    failureMessages: errors,
    fullName: titles.join(' '),
    invocations: result.invocations,
    location: result.location,
    numPassingAsserts: result.numPassingAsserts,
    retryReasons: result.retryReasons,
    startAt: startedAt,
    status: statuses[status] ?? (errors.length > 0 ? 'failed' : 'passed'),
    title: titles.at(-1),
  };
}
