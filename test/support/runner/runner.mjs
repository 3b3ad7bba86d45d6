import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'jest-worker';

const typescript = pathToFileURL(
  join(import.meta.dirname, '..', '..', '..', 'scripts/typescript/register.mjs'),
);

/**
 * Runs suites in processes that keep what they have loaded. Jest's own runner gives every suite a world of its own and
 * loads the house anew for each, which was most of the time of a run. See docs/decisions/.
 */
export default class Runner {
  constructor(globalConfig) {
    this.globalConfig = globalConfig;
  }

  async runTests(tests, watcher, onStart, onResult, onFailure) {
    const { maxWorkers, workerIdleMemoryLimit, testNamePattern } = this.globalConfig;
    const worker = new Worker(join(import.meta.dirname, 'suite.mjs'), {
      exposedMethods: ['runSuite'],
      numWorkers: Math.min(maxWorkers, tests.length),
      idleMemoryLimit: workerIdleMemoryLimit,
      forkOptions: {
        stdio: 'pipe',
        execArgv: [
          '--import',
          typescript.href,
          '--enable-source-maps',
          '--disable-warning=ExperimentalWarning',
        ],
      },
    });
    worker.getStdout().pipe(process.stdout);
    worker.getStderr().pipe(process.stderr);
    const waiting = [...tests];
    const runNext = async () => {
      for (
        let test = waiting.shift();
        test !== undefined && !watcher.isInterrupted();
        test = waiting.shift()
      ) {
        await onStart(test);
        const { path, context } = test;
        try {
          await onResult(
            test,
            await worker.runSuite({ path, config: context.config, globalConfig: { testNamePattern } }),
          );
        } catch (error) {
          await onFailure(test, error);
        }
      }
    };
    await Promise.all(Array.from({ length: maxWorkers }, runNext));
    await worker.end();
  }
}
