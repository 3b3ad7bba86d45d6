import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/index.js';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

/** The cells of every row of a document's one Markdown table, its head left out. */
export function tableRowsOf(path: string): string[][] {
  const lines = read(path)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** What is wrong with the tests a cell names as “`path` › title”, one below the other; none named is a fault too. */
export function faultsOfTests(cell: string): string[] {
  return cell.split('<br>').flatMap((reference) => {
    const [, path, title] = /^`([\w./-]+)` › (.+)$/.exec(reference) ?? [];
    if (title === undefined) return [`“${reference}” names no test`];
    if (!existsSync(join(projectRoot, path))) return [`${path} does not exist`];
    return hasTest(read(path), title) ? [] : [`${path} has no test “${title}”`];
  });
}

function hasTest(source: string, title: string): boolean {
  const literal = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`\\(\\s*(['"\`])${literal}\\1\\s*,`).test(source);
}
