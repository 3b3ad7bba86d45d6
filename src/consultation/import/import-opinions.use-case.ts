import { z } from 'zod';
import { type Act, defineAct, requireUpload } from '../../engine/index.js';
import { InvalidInput, secretariat, sha256, slicesOf } from '../../platform/index.js';
import { rememberChoice, requireConfirmed } from '../../sheets/index.js';
import { registerOpinions } from '../opinions/register-opinions.js';
import { opinionChoiceShape, readOpinionChoice } from './opinion-choice.js';
import { opinionTable } from './opinion-columns.js';
import { importedOpinionsView } from './opinion-import.views.js';
import { type OpinionChoice, type OpinionsReading } from './read-opinions.js';
import { recordAnswers } from './record-answers.js';
import { type OpinionImportReport, type RowNote, TryOpinionsQuery } from './try-opinions.query.js';

export interface ImportedOpinions extends OpinionImportReport {
  /** Numbers of the first and the last opinion; null when the file held none. */
  first: string | null;
  last: string | null;
  /** Rows that were on the register before, from the same file. */
  already: number;
  /** Units whose answer 无意见 is now on record. */
  answered: number;
}

export class OpinionsRefused extends InvalidInput {
  constructor(readonly errors: RowNote[]) {
    const shown = errors.slice(0, 5).map(({ row, sentence }) => `第${row}行：${sentence}`);
    super(
      `文件中有${errors.length}处须先改正或者另作选择，没有导入任何一条。${shown.join('')}请改正后重新导入，或者选择不读入这些行。`,
      'rows-refused',
    );
  }
}

/** One act for every so many rows: the house must not stand still behind a large file. */
const rowsPerAct = 1000;

export const opinionFile = '意见表（.xlsx 或者 .csv），不超过20 MB；工作表、表头和各列自动识别，也可以指定';

/**
 * Takes opinions from a spreadsheet. One row that cannot be and none is taken; what is doubtful waits for a person.
 * Each row has a key made from the file, so an import that was interrupted is completed by importing the same file
 * again.
 */
export const importOpinions = defineAct({
  name: 'opinions.imported',
  title: '导入意见',
  summary: '导入意见；有一行不能登记即全部不导入，存疑之处须先确认，同一文件重复导入不重复登记',
  may: secretariat,
  path: 'opinions/import',
  file: opinionFile,
  input: z.object(opinionChoiceShape),
  example: { channel: '信函', columns: 'content=B,proposer=D', confirmed: 'true' },
  answer: importedOpinionsView,
  uses: { tried: TryOpinionsQuery },
  async prepare(input, { tried }, { compilationId, file: upload }) {
    const { bytes, name } = requireUpload(upload);
    const file = { bytes, fileName: name, ...readOpinionChoice(input) };
    const { reading, entries, report } = await tried.plan(compilationId, file);
    if (report.errors.length > 0) throw new OpinionsRefused(report.errors);
    const choice = file.choice ?? {};
    requireConfirmed(reading, choice);
    return { reading, choice, entries, report, fileDigest: sha256(bytes), begins: true };
  },
  async perform(
    act,
    _,
    __,
    { reading, choice, entries, report, fileDigest, begins },
  ): Promise<ImportedOpinions> {
    act.note({ fileDigest, rows: entries.length });
    const answered = begins ? await begin(act, reading, choice) : 0;
    const opinions = entries.length === 0 ? [] : await registerOpinions(act, entries);
    return {
      ...report,
      first: opinions[0]?.number ?? null,
      last: opinions.at(-1)?.number ?? null,
      already: opinions.filter(({ registeredSeq }) => registeredSeq !== act.ledgerSeq).length,
      answered,
    };
  },
  portions: {
    of: (plan) =>
      plan.entries.length === 0
        ? [plan]
        : slicesOf(plan.entries, rowsPerAct).map((entries, index) => ({
            ...plan,
            entries,
            begins: index === 0,
          })),
    sum: (portions, { report }) => ({
      ...report,
      first: portions[0].first,
      last: portions[portions.length - 1].last,
      already: portions.reduce((sum, { already }) => sum + already, 0),
      answered: portions[0].answered,
    }),
  },
});

async function begin(act: Act, { table, answers }: OpinionsReading, choice: OpinionChoice): Promise<number> {
  await rememberChoice(act, opinionTable, table, choice);
  return recordAnswers(act, answers);
}
