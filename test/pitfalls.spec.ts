import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyMachineSnapshot, createActor } from 'xstate';
import { composeMessage } from '../src/effects/mail/compose-message.js';
import { Chart, definitionOf } from '../src/engine/index.js';
import { canonicalJson, projectRoot } from '../src/platform/index.js';
import { definitions } from '../workflows/index.js';
import { type SnapshotFixture, storedSnapshots } from './support/charts/snapshot-fixtures.js';
import { faultsOfTests, tableRowsOf } from './support/document-table.js';

interface Locked {
  version: string;
  dev?: boolean;
  engines?: { node?: string };
}
const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const locked = (name: string): Locked | undefined => lock.packages[`node_modules/${name}`];
const numbers = (version: string): number[] => version.split('.').map(Number);
const atLeast = (version: string, floor: string): boolean => {
  const [have, want] = [numbers(version), numbers(floor)];
  const differing = want.findIndex((part, index) => have[index] !== part);
  return differing === -1 || have[differing] > want[differing];
};

describe('the table of pitfalls', () => {
  const rows = tableRowsOf('docs/PITFALLS.md');
  const numbered = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

  test('misses none of storage, charts, mail, templates and files, and the rest that concern what is built', () => {
    const storage = [...numbered('D', 13), ...numbered('X', 4), ...numbered('M', 4), ...numbered('T', 9)];
    expect(rows.map(([id]) => id)).toEqual([...storage, 'W1', 'W2', 'W3', 'W4', 'W5']);
  });

  test('leaves one avoided in part: there is no backup of a running database yet', () => {
    expect(rows.filter((cells) => cells.join().includes('未做')).map(([id]) => id)).toEqual(['D6']);
  });

  test.each(rows.map(([id, , , tests]) => [id, tests]))('names tests that exist for %s', (_id, tests) => {
    expect(faultsOfTests(tests)).toEqual([]);
  });
});

describe('the lockfile', () => {
  test.each([
    ['better-sqlite3', '12.11.1'],
    ['typeorm', '1.1.1'],
    ['handlebars', '4.7.9'],
    ['nodemailer', '10.6.0'],
    ['xstate', '5.33.3'],
    ['fastify', '5.0.0'],
  ])('holds %s at %s or later, where known faults are mended', (name, floor) => {
    expect([name, atLeast(locked(name)?.version ?? '0', floor)]).toEqual([name, true]);
  });

  test('stays with better-sqlite3 12, the last that TypeORM 1 takes and Node 20 runs', () => {
    expect(numbers(locked('better-sqlite3')?.version ?? '0')[0]).toBe(12);
  });

  test.each(['xlsx', 'exceljs', 'docx', 'multer', 'jszip', 'sqlite3', 'sm-crypto'])('has no %s', (name) => {
    const anywhere = Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`));
    expect(anywhere).toEqual([]);
  });

  test('needs no newer Node than 20.19, but for two packages that are known to run on it', () => {
    const newer = Object.entries(lock.packages)
      .filter(([, { dev, engines }]) => !dev && needsNewerNode(engines?.node ?? '*'))
      .map(([path]) => path.replace('node_modules/', ''));
    expect(newer).toEqual(['cookie', 'file-type']);
  });

  /** True when no alternative of a range begins at or below 20.19. */
  function needsNewerNode(range: string): boolean {
    const floors = range.split('||').map((part) => numbers(/[\d.]+/.exec(part)?.[0] ?? '0'));
    return floors.every(([major, minor = 0]) => major > 20 || (major === 20 && minor > 19));
  }
});

const fixtures = storedSnapshots().map((fixture): [string, string, SnapshotFixture] => [
  fixture.definition,
  fixture.state,
  fixture,
]);

describe('a stored snapshot', () => {
  test.each(fixtures)('of %s in %s survives being read and written again', (id, state, { snapshot }) => {
    const { machine } = definitionOf(id);
    const restored = createActor(machine, { snapshot: snapshot as never }).getSnapshot();
    const again = machine.getPersistedSnapshot(restored as AnyMachineSnapshot);
    expect(canonicalJson(JSON.parse(JSON.stringify(again)))).toBe(canonicalJson(snapshot as never));
    expect(Chart.restore(definitionOf(id), JSON.stringify(snapshot)).state).toBe(state);
  });

  test('is kept of every version that a running compilation may have begun with', () => {
    expect([...new Set(fixtures.map(([id]) => id))].sort()).toEqual(definitions.map(({ id }) => id).sort());
  });

  test.each(definitions.map(({ id }) => id))('of %s in a state that was removed stops the program', (id) => {
    const fixture = fixtures.find(([definition]) => definition === id)![2];
    const removed = JSON.stringify({ ...fixture.snapshot, value: 'removed' });
    expect(() => Chart.restore(definitionOf(id), removed)).toThrow();
  });

  test('of a definition that is not shipped stops the program', () => {
    expect(() => definitionOf('implementation-scheme-2021@99')).toThrow('is not shipped');
  });
});

describe('the content of a mail', () => {
  test.each([
    ['a file', { path: '/etc/hostname' }],
    ['an address', { href: 'http://127.0.0.1:1/' }],
  ])('never fetches %s', async (_what, source) => {
    const person = { name: '秘书处', email: 'secretariat@example.org' };
    const letter = {
      mail: { id: 'm', template: 'notice', messageId: '<m@bianzhi.mail>', compilationId: 'c' },
      from: person,
      to: person,
      rendered: { subject: '【通知】', text: source as never, html: '<p>正文</p>' },
      event: null,
      sentAt: Date.parse('2021-06-25T09:30:00+08:00'),
    };
    await expect(composeMessage(letter)).rejects.toThrow(/access rejected/i);
  });
});
