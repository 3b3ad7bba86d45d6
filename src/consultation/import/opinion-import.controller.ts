import { z } from 'zod';
import { ApiController, inCompilation, type InputOf, Route, write } from '../../web/index.js';
import { channels } from '../opinions/opinion-kinds.js';
import { ImportOpinionsUseCase } from './import-opinions.use-case.js';

const imports = `${inCompilation}/opinions/import` as const;
const notes = z.array(z.object({ row: z.number().int(), sentence: z.string() }));

const reportView = z.object({
  valid: z.number().int().describe('可以导入的行数'),
  errors: notes,
  warnings: notes,
});

const upload = {
  file: '意见表（.xlsx 或者 .csv，第一行为列名，“意见内容”必须有），不超过20 MB',
  body: z.object({ channel: z.enum(channels).optional().describe('表中未写渠道的行所用的渠道') }),
  example: { channel: '信函' as const },
};

const routes = {
  preview: write(`${imports}/preview`, {
    ...upload,
    summary: '试导入意见：逐行列出错误和提示，不登记',
    response: reportView,
  }),
  import: write(imports, {
    ...upload,
    summary: '导入意见；有一行错误即全部不导入，同一文件重复导入不重复登记',
    response: reportView.extend({ first: z.string().nullable(), last: z.string().nullable() }),
  }),
};

@ApiController('意见')
export class OpinionImportController {
  constructor(private readonly importOpinions: ImportOpinionsUseCase) {}

  @Route(routes.preview)
  preview({ params, body, file }: InputOf<typeof routes.preview>) {
    const { bytes, name: fileName } = file;
    return this.importOpinions.preview(params.compilationId, { bytes, fileName, channel: body.channel });
  }

  @Route(routes.import)
  import({ params, actor, body, file }: InputOf<typeof routes.import>) {
    const opinions = { bytes: file.bytes, fileName: file.name, channel: body.channel };
    return this.importOpinions.execute(params.compilationId, actor, opinions);
  }
}
