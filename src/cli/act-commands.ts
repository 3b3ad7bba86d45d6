import { readFile } from 'node:fs/promises';
import { type Command } from 'commander';
import { type ActFile, actNamed, ActRunner, type AnyAct, declaredActs, fieldsOf } from '../engine/index.js';
import { NotFound, Refusal, titleOfField } from '../platform/index.js';
import { printJson, printTable } from './output.js';
import { type CommonOptions, type Define } from './define.js';
import { requireFile } from './require-file.js';
import { keyOption, once, type Session, withHouse } from './session.js';

class NotJson extends Refusal {
  constructor(file: string) {
    super('not-json', `${file} 不是JSON，没有办理。请核对括号、引号和逗号。`);
  }
}

/** Any act by its name, with its input as JSON: what pages and API offer, for scripts. */
export function actCommands(program: Command, define: Define): void {
  define(program, 'acts', '可办理的事项：名称、标题和要填写的内容', () => {
    const acts = declaredActs();
    printTable([['名称', '事项', '填写'], ...acts.map((act) => [act.name, act.title, fieldLine(act)])]);
    return Promise.resolve();
  });
  const carry = (options: CommonOptions, name: string) =>
    withHouse(options.compilation, async (session) => {
      const act = actNamed(name);
      if (act === undefined) throw new NotFound('事项', name);
      printJson(await carryOut(session, act, options));
    });
  define(program, 'act <name>', '办理一个事项，内容取自JSON文件', carry, true)
    .option('--json <file>', '内容：JSON文件；不填则没有内容')
    .option('--file <file>', '随附的文件')
    .option('--dry-run', '只试办：办一遍再撤回，列出将有的变化和邮件')
    .option(...keyOption);
}

async function carryOut(session: Session, act: AnyAct, options: CommonOptions): Promise<unknown> {
  const input = typeof options.json === 'string' ? await jsonIn(options.json) : {};
  const file = typeof options.file === 'string' ? await fileNamed(options.file) : null;
  const runner = session.app.get(ActRunner);
  if (options.dryRun === true) {
    const { transitions, effects, timers } = await runner.preview(act, session, input as never, { file });
    return { dryRun: true, transitions, effects, timers };
  }
  const asked = ['act', act.name, JSON.stringify(input)];
  const result = await once(session, options, asked, () => runner.performAny(act, session, input, { file }));
  return result ?? { done: act.name };
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(await requireFile(file), 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new NotJson(file);
  }
}

async function fileNamed(file: string): Promise<ActFile> {
  const bytes = await readFile(await requireFile(file));
  return { name: file.split('/').pop() ?? file, mediaType: 'application/octet-stream', bytes };
}

const fieldLine = (act: AnyAct): string =>
  Object.entries(fieldsOf(act))
    .map(([name, schema]) => [name, titleOfField(schema)].filter((word) => word !== undefined).join(' '))
    .join('；');
