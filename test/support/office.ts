import { spawnSync } from 'node:child_process';

/** Programs outside the product that read what it writes; a test that needs an absent one says so and passes. */
export function haveTool(command: string, ...args: string[]): boolean {
  const found = spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (!found) process.stderr.write(`skipped: this machine has no ${command} ${args.join(' ')}\n`);
  return found;
}

/** The system's Python, where Debian installs python3-docx and python3-openpyxl. */
export const python = '/usr/bin/python3';

/** Runs a program and returns its standard output; fails with what it wrote to standard error. */
export function run(command: string, args: string[], input?: string): string {
  const result = spawnSync(command, args, { input, encoding: 'utf8', timeout: 120_000 });
  if (result.status !== 0) throw new Error(`${command} failed: ${result.stderr || String(result.error)}`);
  return result.stdout;
}

/** Opens an Office file with LibreOffice and returns the path of the PDF it made. */
export function convertToPdf(file: string, folder: string): string {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, file]);
  return file.replace(/\.\w+$/, '.pdf');
}
