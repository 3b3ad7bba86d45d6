import { type LoggerService } from '@nestjs/common';
import { logger } from '../platform/index.js';

/** What the framework has to say, in the process's one log. */
export const nestLogger: LoggerService = {
  log: () => undefined,
  warn: (message: unknown, ...context: unknown[]) => logger.warn({ context }, String(message)),
  error: (message: unknown, ...context: unknown[]) => logger.error({ context }, String(message)),
};
