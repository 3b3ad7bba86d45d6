import pino from 'pino';

/** One structured logger for the process; it writes to standard error so that commands keep a clean output. */
export const logger = pino(
  { level: process.env.BIANZHI_LOG ?? 'info' },
  pino.destination({ dest: 2, sync: true }),
);
