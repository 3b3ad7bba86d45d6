import { GateRefusal, StepNotOffered } from '../engine/index.js';
import { OperatingFailure, Refusal } from '../platform/index.js';

/** Exit codes: 0 done; 1 something is wrong (a fault, or a verification that failed); 2 refused. */
export const exitCodes = { done: 0, wrong: 1, refused: 2 } as const;

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Says why a command was not carried out; returns the exit code. */
export function printFailure(error: unknown, json: boolean): number {
  if (error instanceof OperatingFailure) {
    process.stderr.write(`${error.userMessage}\n`);
    return exitCodes.wrong;
  }
  if (!(error instanceof Refusal)) {
    process.stderr.write(
      `程序出错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return exitCodes.wrong;
  }
  if (json) printJson(refusalJson(error));
  else if (error instanceof GateRefusal)
    for (const line of error.unmet) print(`✗ ${line.title}：${line.sentence}`);
  else print(error.userMessage);
  return exitCodes.refused;
}

function refusalJson(error: Refusal): unknown {
  if (error instanceof GateRefusal) return error.toJson();
  const event = error instanceof StepNotOffered ? error.event : null;
  return {
    refused: true,
    event,
    unmet: [{ requirement: error.code, sentence: error.userMessage, facts: {} }],
  };
}

/** Columns padded by display width: a Chinese character is two cells wide. */
export function printTable(rows: string[][]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column]))));
  for (const row of rows) {
    const cells = row.map((cell, column) => cell + ' '.repeat(widths[column] - displayWidth(cell)));
    print(cells.join('  ').trimEnd());
  }
}

function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
}
