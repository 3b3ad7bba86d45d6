import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '..', '..', 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const read = (file: string): string => readFileSync(join(source, file), 'utf8');
/** Controllers, and what the controllers of pages share. */
const controllers = files
  .filter((file) => file.endsWith('.controller.ts') || /^pages[\\/]/.test(file))
  .map(read);

/** What no person does: the worker's own rounds, the loading of seeds, the opening of a demonstration. */
const notForPeople = [
  'PostDigestUseCase',
  'SweepRemindersUseCase',
  'RecordBuildUseCase',
  'LoadDirectoryUseCase',
  'OpenDemonstrationUseCase',
];

describe('the API', () => {
  const useCases = files
    .filter((file) => file.endsWith('.use-case.ts'))
    .flatMap((file) => [...read(file).matchAll(/^export class (\w+UseCase)\b/gm)].map((match) => match[1]));

  /** Those that are declared are held against the routes by acts.db.spec.ts. */
  const declared = files.flatMap((file) => [...read(file).matchAll(/^export const \w+ = defineAct\(/gm)]);

  it('knows of many acts', () => {
    expect(useCases.length + declared.length).toBeGreaterThan(100);
  });

  it.each(useCases.filter((name) => !notForPeople.includes(name)))('has a route to %s', (name) => {
    expect(controllers.some((controller) => controller.includes(`: ${name}`))).toBe(true);
  });
});
