import { Refusal } from './refusal.js';

/**
 * Something the house rests on (its database, its disk) does not work now; what was asked may be right. Doors answer
 * 503 and when to try again, a command ends with 1, a worker tries again later. Never mistaken for a refusal, which
 * trying again would not change.
 */
export class OperatingFailure extends Error {
  constructor(
    readonly code: string,
    /** Names the cause, says what became of what was asked, and what to do. */
    readonly userMessage: string,
    options?: ErrorOptions,
    readonly retryAfterSeconds = 10,
  ) {
    super(`${code}: ${userMessage}`, options);
    this.name = new.target.name;
  }
}

/** The sentence for whoever started a process that then could not go on. */
export function sayFailure(error: unknown): string {
  if (error instanceof Refusal || error instanceof OperatingFailure) return error.userMessage;
  return `程序出错，未能继续：${String(error)}。请查看运行日志，或者告诉管理员。`;
}
