import { readChoice } from '../../sheets/index.js';
import { ApiController, inCompilation, type InputOf, Route, write } from '../../web/index.js';
import { dispositionTable } from './disposition-table-kind.js';
import { returnReportView } from './return-report.view.js';
import { returnedFile, returnTable, TryReturnQuery } from './return-table.use-case.js';

const routes = {
  preview: write(`${inCompilation}/tables/disposition/return/preview`, {
    file: returnedFile,
    body: returnTable.input,
    example: { confirmed: 'true' },
    response: returnReportView,
    summary: '试交回汇总处理表：列出将办理的和不能办理的行，不办理',
  }),
};

@ApiController('意见')
export class ReturnTableController {
  constructor(private readonly tryReturn: TryReturnQuery) {}

  @Route(routes.preview)
  preview({ params, body, file }: InputOf<typeof routes.preview>) {
    const choice = readChoice(dispositionTable, body);
    return this.tryReturn.execute(params.compilationId, { bytes: file.bytes, fileName: file.name, choice });
  }
}
