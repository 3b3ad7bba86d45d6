import { z } from 'zod';
import { readChoice, sheetChoiceShape, sheetFindingsView } from '../../sheets/index.js';
import { ApiController, inCompilation, type InputOf, Route, write } from '../../web/index.js';
import { dispositions } from '../../../workflows/index.js';
import { dispositionTable } from './disposition-table-kind.js';
import { type ReturnedFile, ReturnTableUseCase } from './return-table.use-case.js';

const returned = `${inCompilation}/tables/disposition/return` as const;
const count = z.number().int();

const reportView = sheetFindingsView.extend({
  changes: z.array(
    z.object({
      row: count,
      number: z.string(),
      from: z.string(),
      assigns: z.boolean().describe('尚未分派的，同时分派给办理人'),
      disposition: z.enum(dispositions),
      reason: z.string(),
      clauseLabel: z.string().nullable(),
    }),
  ),
  refusals: z.array(z.object({ row: count, sentence: z.string() })),
  unchanged: count,
  blank: count.describe('没有填写处理意见的行数'),
});

const upload = {
  file: '填好的征求意见汇总处理表（导出的.xlsx 或者 .csv，填写处理意见、理由和修改后条款），不超过20 MB',
  body: z.object({
    ...sheetChoiceShape,
    skipRefused: z.enum(['true', 'false']).optional().describe('不能办理的行不办，办理其余各行'),
  }),
  example: { confirmed: 'true' as const },
  response: reportView,
};

const routes = {
  preview: write(`${returned}/preview`, {
    ...upload,
    summary: '试交回汇总处理表：列出将办理的和不能办理的行，不办理',
  }),
  execute: write(returned, { ...upload, summary: '按填好的汇总处理表批量办理意见；一次办理，台账一条' }),
};

@ApiController('意见')
export class ReturnTableController {
  constructor(private readonly returnTable: ReturnTableUseCase) {}

  @Route(routes.preview)
  preview(input: InputOf<typeof routes.preview>) {
    return this.returnTable.preview(input.params.compilationId, fileOf(input));
  }

  @Route(routes.execute)
  execute(input: InputOf<typeof routes.execute>) {
    return this.returnTable.execute(input.params.compilationId, input.actor, fileOf(input));
  }
}

const fileOf = ({ body: { skipRefused, ...sheet }, file }: InputOf<typeof routes.execute>): ReturnedFile => ({
  bytes: file.bytes,
  fileName: file.name,
  choice: readChoice(dispositionTable, sheet),
  skipRefused: skipRefused === 'true',
});
