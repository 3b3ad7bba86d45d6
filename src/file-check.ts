import { type INestApplicationContext } from '@nestjs/common';
import { Ports } from './engine/index.js';
import { ContentStore, type FileFinding, FileSweep, sayFinding } from './files/index.js';
import { type Config, configToken, Database, logger, OperatingFailure } from './platform/index.js';

const named = 5;
/** Some ten thousand files; what is left of a larger store is looked at while the house is open. */
const startPatienceMs = 10_000;

/** An act that rests on a file which is not there would be refused one by one, by whoever comes first: the public. */
class FilesMissing extends OperatingFailure {
  constructor(findings: readonly FileFinding[]) {
    const all = findings.slice(0, named).map(sayFinding).join('；');
    const more = findings.length > named ? `等，共${findings.length}个` : '';
    super(
      'files-missing',
      `数据库登记的文件与数据文件夹不符，未启动：${all}${more}。请从备份把这些文件恢复到原处后再启动（全部清单见 bianzhi check files）；` +
        '确实无法恢复、须先启动的，请设置 START_WITH_MISSING_FILES=yes。',
    );
  }
}

/**
 * Whether every file that a row names is in the store and as long as it was. A few thousand are looked at before the
 * door opens; a fault found later makes the house one that can only be read.
 * @returns when the rest has been looked at
 * @throws FilesMissing
 */
export async function lookForFiles(
  app: INestApplicationContext,
  patienceMs = startPatienceMs,
): Promise<{ rest: Promise<void> }> {
  const database = app.get(Database);
  const { fileNamers } = app.get(Ports);
  const { startWithMissingFiles } = app.get<Config>(configToken);
  const sweep = await database.read((reader) => FileSweep.over(reader, fileNamers, app.get(ContentStore)));
  const until = performance.now() + patienceMs;
  const done = await sweep.run('present', () => performance.now() < until);
  const tell = () => logger.error({ files: sweep.findings.map(sayFinding) }, 'files are missing');
  if (sweep.findings.length > 0 && !startWithMissingFiles) throw new FilesMissing(sweep.findings);
  if (done && sweep.findings.length > 0) tell();
  const goOn = async () => {
    await sweep.run('present');
    if (sweep.findings.length === 0) return;
    tell();
    if (!startWithMissingFiles) database.holdWrites(`数据文件夹缺少登记过的文件${sweep.findings.length}个`);
  };
  return { rest: done ? Promise.resolve() : goOn() };
}

/** What a start looks at before the door opens, and goes on looking at behind it. */
export async function lookAround(app: INestApplicationContext): Promise<void> {
  const { rest } = await lookForFiles(app);
  const failed = (error: unknown) => logger.error({ err: error }, 'looking around failed');
  void rest.catch(failed);
  void app.get(Database).checkLater().catch(failed);
}
