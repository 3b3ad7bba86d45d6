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
    const { maxWorkers, testNamePattern } = this.globalConfig;
    const waiting = [...tests];
    const runLane = async () => {
      const lane = new Lane(this.globalConfig.workerIdleMemoryLimit);
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
            await lane.run({ path, config: context.config, globalConfig: { testNamePattern } }),
          );
        } catch (error) {
          await onFailure(test, error);
        }
      }
      await lane.end();
    };
    await Promise.all(Array.from({ length: Math.min(maxWorkers, tests.length) }, runLane));
  }
}

/**
 * One process at a time, renewed between two suites when it holds too much. jest-worker can renew by itself, but loses
 * the task that it was given meanwhile, and the run never ends.
 */
class Lane {
  worker = null;

  constructor(memoryLimitBytes) {
    this.memoryLimitBytes = memoryLimitBytes;
  }

  async run(suite) {
    this.worker ??= newWorker();
    const { heapUsedBytes, ...result } = await this.worker.runSuite(suite);
    if (this.memoryLimitBytes && heapUsedBytes > this.memoryLimitBytes) await this.end();
    return result;
  }

  async end() {
    const ended = this.worker;
    this.worker = null;
    await ended?.end();
  }
}

function newWorker() {
  const worker = new Worker(join(import.meta.dirname, 'suite.mjs'), {
    exposedMethods: ['runSuite'],
    numWorkers: 1,
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
  worker.getStdout().on('data', (bytes) => process.stdout.write(bytes));
  worker.getStderr().on('data', (bytes) => process.stderr.write(bytes));
  return worker;
}
