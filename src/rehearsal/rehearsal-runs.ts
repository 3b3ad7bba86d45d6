import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  type Actor,
  type Config,
  configToken,
  formatActor,
  IdSource,
  NotFound,
  WallClock,
  writeWholeFile,
} from '../platform/index.js';
import { type RunOptions, RunInProgress, type StoredRun, unfinished } from './run-record.js';
import { type Summary } from './summary.js';

/** The command line of this very program, whether it runs from src/ or from dist/. */
const program = join(import.meta.dirname, '..', `cli${extname(import.meta.filename)}`);

export type RunState = 'running' | 'done' | 'failed';

/** A rehearsal that somebody asked for from a page. */
export interface Run extends StoredRun {
  state: RunState;
  /** Lines it has said so far, one a happening: `2021-07-23  25家单位报送材料`. */
  progress: string[];
  /** Why it failed; null otherwise. */
  fault: string | null;
}

export const keptRuns = 10;
const reports = { html: 'report.html', json: 'summary.json', zip: 'packet.zip' } as const;
export type RunFile = keyof typeof reports;

/**
 * Rehearsals in processes of their own, so that a year played in seconds holds up nobody's page. Everything of a run
 * is in its folder below the data folder: leaving the page, or restarting the house, loses nothing.
 */
@Injectable()
export class RehearsalRuns implements OnApplicationShutdown {
  private readonly folder: string;
  /** Between two presses at once nothing runs yet. */
  private starting = false;
  private child: { id: string; process: ChildProcess } | null = null;

  constructor(
    @Inject(configToken) { dataFolder }: Config,
    private readonly clock: WallClock,
    private readonly ids: IdSource,
  ) {
    this.folder = join(dataFolder, 'rehearsals');
  }

  /** Newest first. */
  async list(): Promise<Run[]> {
    const ids = existsSync(this.folder) ? await readdir(this.folder) : [];
    const runs = await Promise.all(
      ids
        .sort()
        .reverse()
        .map((id) => this.read(id)),
    );
    return runs.filter((run) => run !== null);
  }

  async find(id: string): Promise<Run> {
    const run = await this.read(id);
    if (run === null) throw new NotFound('推演', id);
    return run;
  }

  /** @throws RunInProgress: one at a time, for a rehearsal takes a processor for itself. */
  async start(actor: Actor, options: RunOptions): Promise<string> {
    if (this.starting) throw new RunInProgress();
    this.starting = true;
    try {
      return await this.startOne(actor, options);
    } finally {
      this.starting = false;
    }
  }

  private async startOne(actor: Actor, options: RunOptions): Promise<string> {
    if ((await this.list()).some(({ state }) => state === 'running')) throw new RunInProgress();
    const id = this.ids.next();
    const folder = join(this.folder, id);
    await mkdir(folder, { recursive: true });
    const process = await this.spawn(folder, options);
    this.child = { id, process };
    const startedBy = formatActor(actor);
    const stored: StoredRun = { id, options, startedAt: this.clock.now(), startedBy, pid: process.pid ?? 0 };
    // Without anybody listening, a program that cannot be started would end this one too.
    process.once('error', () => void this.ended(id, 1));
    process.once('close', (code) => void this.ended(id, code ?? 1));
    await writeWholeFile(join(folder, 'run.json'), JSON.stringify(stored));
    await this.forgetOld();
    return id;
  }

  async summary(id: string): Promise<Summary> {
    return JSON.parse((await this.file(id, 'json')).toString('utf8')) as Summary;
  }

  async file(id: string, kind: RunFile): Promise<Buffer> {
    await this.find(id);
    return readFile(join(this.folder, id, 'out', reports[kind])).catch(() => {
      throw new NotFound('推演的文件', reports[kind]);
    });
  }

  /** A run that the house leaves behind would finish unseen. */
  onApplicationShutdown(): void {
    this.child?.process.kill();
  }

  private async spawn(folder: string, options: RunOptions): Promise<ChildProcess> {
    const { seed, units, opinions, lateUnit } = options;
    const given = ['--seed', seed, '--units', units, '--opinions', opinions].map(String);
    const late = lateUnit === null ? [] : ['--late-unit', lateUnit];
    const said = await open(join(folder, 'said.txt'), 'w');
    const progress = await open(join(folder, 'progress.txt'), 'w');
    try {
      const parameters = [
        ...process.execArgv,
        program,
        'rehearse',
        '--out',
        join(folder, 'out'),
        ...given,
        ...late,
      ];
      return spawn(process.execPath, parameters, { stdio: ['ignore', said.fd, progress.fd] });
    } finally {
      await said.close();
      await progress.close();
    }
  }

  private async ended(id: string, code: number): Promise<void> {
    this.child = null;
    await writeWholeFile(join(this.folder, id, 'end.json'), JSON.stringify({ code })).catch(() => undefined);
  }

  private async read(id: string): Promise<Run | null> {
    const text = (name: string) => readFile(join(this.folder, id, name), 'utf8').catch(() => '');
    const stored = await text('run.json');
    if (!/^[A-Za-z0-9_-]+$/.test(id) || stored === '') return null;
    const run = JSON.parse(stored) as StoredRun;
    const progress = (await text('progress.txt')).split('\n').filter((line) => line !== '');
    const end = await text('end.json');
    const code = end === '' ? null : (JSON.parse(end) as { code: number }).code;
    const finished = existsSync(join(this.folder, id, 'out', reports.json));
    const state = stateOf(run, code, finished, this.child?.id === id);
    const fault =
      state === 'failed' ? (await text('said.txt')).trim() || (progress.at(-1) ?? unfinished) : null;
    return { ...run, state, progress, fault };
  }

  private async forgetOld(): Promise<void> {
    const old = (await this.list()).slice(keptRuns);
    for (const { id } of old) await rm(join(this.folder, id), { recursive: true, force: true });
  }
}

/** After a restart of the house nobody hears the process end: its summary, written last, tells. */
function stateOf({ pid }: StoredRun, code: number | null, finished: boolean, own: boolean): RunState {
  if (code !== null) return code === 0 && finished ? 'done' : 'failed';
  if (own || isAlive(pid)) return 'running';
  return finished ? 'done' : 'failed';
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
