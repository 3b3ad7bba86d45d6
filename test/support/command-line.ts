import { buildProgram } from '../../src/cli/program.js';

export interface CommandResult {
  exitCode: number;
  output: string;
}

/** Runs one command in this process as a shell would: its exit code and what it wrote to standard output. */
export async function runCommand(...args: string[]): Promise<CommandResult> {
  let output = '';
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = ((text: string | Uint8Array) => {
    output += text.toString();
    return true;
  }) as typeof stdout.write;
  try {
    return { exitCode: await buildProgram(['node', 'bianzhi', ...args]), output };
  } finally {
    stdout.write = write;
  }
}
