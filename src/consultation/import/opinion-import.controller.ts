import { z } from 'zod';
import { ApiController, inCompilation, type InputOf, Route, write } from '../../web/index.js';
import { ImportOpinionsUseCase, type OpinionFile } from './import-opinions.use-case.js';
import { opinionChoiceShape, readOpinionChoice } from './opinion-choice.js';
import { opinionImportView, importedOpinionsView } from './opinion-import.views.js';

const imports = `${inCompilation}/opinions/import` as const;

const upload = {
  file: '意见表（.xlsx 或者 .csv），不超过20 MB；工作表、表头和各列自动识别，也可以指定',
  body: z.object(opinionChoiceShape),
  example: { channel: '信函' as const, columns: 'content=B,proposer=D', confirmed: 'true' as const },
};

const routes = {
  preview: write(`${imports}/preview`, {
    ...upload,
    summary: '试导入意见：列出怎样读取、存疑之处、没有读入的内容和前十行，不登记',
    response: opinionImportView,
  }),
  import: write(imports, {
    ...upload,
    summary: '导入意见；有一行不能登记即全部不导入，存疑之处须先确认，同一文件重复导入不重复登记',
    response: importedOpinionsView,
  }),
};

@ApiController('意见')
export class OpinionImportController {
  constructor(private readonly importOpinions: ImportOpinionsUseCase) {}

  @Route(routes.preview)
  preview(input: InputOf<typeof routes.preview>) {
    return this.importOpinions.preview(input.params.compilationId, fileOf(input));
  }

  @Route(routes.import)
  import(input: InputOf<typeof routes.import>) {
    return this.importOpinions.execute(input.params.compilationId, input.actor, fileOf(input));
  }
}

const fileOf = ({ body, file }: InputOf<typeof routes.import>): OpinionFile => ({
  bytes: file.bytes,
  fileName: file.name,
  ...readOpinionChoice(body),
});
