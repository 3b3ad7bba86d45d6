export { firstInstant, playUntil } from './play-until.js';
export { mailTitles } from './mail-titles.js';
export { rehearse } from './rehearse.js';
export { type Course, courseOf, slackOf } from './steps.js';
export { type Summary } from './summary.js';
export { keptRuns, RehearsalRuns, type Run, type RunFile, type RunState } from './rehearsal-runs.js';
export { type RunOptions, runOptionsSchema } from './run-record.js';
export { sampleScan } from './sample-scan.js';
export { type RehearsalOptions } from './rehearsal-options.js';
