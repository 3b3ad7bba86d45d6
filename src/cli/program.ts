import { Command, CommanderError } from 'commander';
import { type CommonOptions, type Define } from './define.js';
import { exitCodes, printFailure } from './output.js';
import { readCommand } from './read-command.js';

/** Parses the command line, carries the command out, and returns the exit code. */
export async function buildProgram(argv: string[]): Promise<number> {
  let exitCode: number = exitCodes.done;
  const define: Define = (parent, usage, description, action, answersInJson = false) => {
    const command = localise(parent.command(usage).description(description));
    if (!answersInJson) command.option('--json', '以 JSON 输出，供程序读取');
    return command
      .option('--compilation <id>', '编制项目编号（只有一个时可省略）')
      .action(async (...args: unknown[]) => {
        const command = args.pop() as Command;
        const options = command.opts<CommonOptions>();
        const values = args.slice(0, -1) as string[];
        try {
          exitCode = (await action(options, ...values)) ?? exitCodes.done;
        } catch (error) {
          exitCode = printFailure(error, answersInJson || options.json === true);
        }
      });
  };
  const program = localise(new Command('bianzhi').description('编制台：方案编制流程引擎'));
  program.exitOverride();
  for (const add of await groupsFor(argv[2])) add(program, define);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrong;
  }
  return exitCode;
}

/** `read` opens no house: a person who only wants to look at a file does not wait for one. */
async function groupsFor(name: string | undefined): Promise<((program: Command, define: Define) => void)[]> {
  if (name === 'read') return [readCommand];
  const { houseCommands } = await import('./house-commands.js');
  return [...houseCommands, readCommand];
}

function localise(command: Command): Command {
  return command
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .showHelpAfterError('（加 --help 查看用法）')
    .configureHelp({ sortSubcommands: false })
    .exitOverride();
}
