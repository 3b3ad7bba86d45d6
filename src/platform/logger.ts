import pino from 'pino';

const standardError = pino.destination({ dest: 2, sync: true });
// A log on a disk that is full, or a reader that went away, must not end the process.
standardError.on('error', () => undefined);

/** One structured logger for the process; it writes to standard error so that commands keep a clean output. */
export const logger = pino({ level: process.env.BIANZHI_LOG ?? 'info' }, standardError);
