export { type Alongside, type JobHandler, type JobOutcome } from './job-handler.js';
export { maxAttempts, retryAfterMs } from './retry.js';
export { Worker } from './worker.js';
export { type Room } from './side-by-side.js';
export { WorkerLoop } from './worker-loop.js';
