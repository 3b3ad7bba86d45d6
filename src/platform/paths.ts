import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The folder that holds package.json, whether the program runs from src/ (tests) or from dist/. */
export const projectRoot = findRoot();
export const templatesFolder = join(projectRoot, 'templates');
export const seedsFolder = join(projectRoot, 'seeds');
