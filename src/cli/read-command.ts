import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command } from 'commander';
import { InvalidInput } from '../platform/index.js';
import { print, printJson } from './output.js';
import { type CommonOptions, type Define } from './define.js';
import { type FileReader, type FileReading, type ReadRequest } from './read/reading.js';
import { requireFile } from './require-file.js';
import { withSheetOptions } from './sheet-options.js';

/** One file a kind. Loaded when asked for: each brings the room whose doors read files of this kind. */
const readers: Record<string, () => Promise<{ read: FileReader }>> = {
  draft: () => import('./read/draft.js'),
  material: () => import('./read/material.js'),
  opinions: () => import('./read/opinions.js'),
  units: () => import('./read/units.js'),
};

/** Shows how a file would be taken, by the code of the pages, the API and the imports; nothing is taken. */
export function readCommand(program: Command, define: Define): void {
  const command = define(
    program,
    'read <file>',
    '看一个文件会怎样读入，不作任何更改',
    async (options, path) => {
      const kind = kindOf(options);
      const { read } = await readers[kind]();
      const reading = await read(await requestOf(path, options));
      if (options.json) printJson(reading);
      else tell(reading);
    },
  );
  withSheetOptions(command)
    .option(
      '--as <kind>',
      '文件是什么：draft（文稿）、material（报送材料）、opinions（意见）、units（单位名册）',
    )
    .option('--changes <how>', '文件带有修订时：accepted（按接受）或者 refused（按拒绝）');
}

function kindOf({ as }: CommonOptions): string {
  if (typeof as === 'string' && Object.hasOwn(readers, as)) return as;
  throw new InvalidInput('请用 --as 指明文件是什么：draft、material、opinions、units 之一。', 'no-kind');
}

async function requestOf(path: string, options: CommonOptions): Promise<ReadRequest> {
  const bytes = await readFile(await requireFile(path));
  return { bytes, fileName: basename(path), options };
}

function tell({ doubts, leftOut, ...read }: FileReading): void {
  print(JSON.stringify(read, null, 2));
  for (const { place, message } of doubts) print(`△ ${place}　${message}`);
  for (const { place, what } of leftOut) print(`－ ${place}　未读入：${what}`);
  print(`存疑${doubts.length}处，未读入${leftOut.length}处。只是查看，没有导入。`);
}
