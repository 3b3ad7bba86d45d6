import { type Command } from 'commander';

/** A command's work; a returned number is its exit code. */
export type CommandAction = (options: CommonOptions, ...args: string[]) => Promise<number | void>;

export interface CommonOptions {
  compilation?: string;
  json?: unknown;
  [option: string]: unknown;
}

/** Adds the options every command takes and turns refusals into messages and exit codes. */
export type Define = (
  parent: Command,
  usage: string,
  description: string,
  action: CommandAction,
  /** Whether the command always answers in JSON, and `--json` is its own to give a meaning. */
  answersInJson?: boolean,
) => Command;
