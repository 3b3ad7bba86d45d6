import { Command, CommanderError } from 'commander';
import { compilationCommands } from './compilation-commands.js';
import { importCommands } from './import-commands.js';
import { ledgerCommands } from './ledger-commands.js';
import { exitCodes, printFailure } from './output.js';
import { packetCommands } from './packet-commands.js';
import { reminderCommands } from './reminder-commands.js';
import { rehearseCommand } from './rehearse-command.js';
import { tableCommands } from './table-commands.js';

/** A command's work; a returned number is its exit code. */
export type CommandAction = (options: CommonOptions, ...args: string[]) => Promise<number | void>;

export interface CommonOptions {
  compilation?: string;
  json?: boolean;
  [option: string]: unknown;
}

/** Adds the options every command takes and turns refusals into messages and exit codes. */
export type Define = (parent: Command, usage: string, description: string, action: CommandAction) => Command;

const commandGroups = [
  compilationCommands,
  reminderCommands,
  importCommands,
  tableCommands,
  packetCommands,
  ledgerCommands,
  rehearseCommand,
];

/** Parses the command line, carries the command out, and returns the exit code. */
export async function buildProgram(argv: string[]): Promise<number> {
  let exitCode: number = exitCodes.done;
  const define: Define = (parent, usage, description, action) =>
    localise(parent.command(usage).description(description))
      .option('--compilation <id>', '编制项目编号（只有一个时可省略）')
      .option('--json', '以 JSON 输出，供程序读取')
      .action(async (...args: unknown[]) => {
        const command = args.pop() as Command;
        const options = command.opts<CommonOptions>();
        const values = args.slice(0, -1) as string[];
        try {
          exitCode = (await action(options, ...values)) ?? exitCodes.done;
        } catch (error) {
          exitCode = printFailure(error, options.json === true);
        }
      });
  const program = localise(new Command('bianzhi').description('编制台：方案编制流程引擎'));
  program.exitOverride();
  for (const add of commandGroups) add(program, define);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrong;
  }
  return exitCode;
}

function localise(command: Command): Command {
  return command
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .showHelpAfterError('（加 --help 查看用法）')
    .configureHelp({ sortSubcommands: false })
    .exitOverride();
}
