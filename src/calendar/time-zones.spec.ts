import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const timed = 'src/calendar/(shanghai-time|format|deadline|working-hours|shift-dates|calendar-event)\\.spec';

describe('every rule of this room about time', () => {
  // A process takes its zone when it starts, so each zone needs a run of its own.
  it.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('holds on a machine set to %s', (zone) => {
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const args = ['--experimental-vm-modules', jest, timed, '--selectProjects', 'rules', '--runInBand'];
    const run = spawnSync(process.execPath, args, {
      cwd: root,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(run.stderr).toContain('Test Suites: 6 passed, 6 total');
    expect(run.status).toBe(0);
  });
});
