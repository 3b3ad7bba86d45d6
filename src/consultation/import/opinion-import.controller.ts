import { z } from 'zod';
import { ApiController, inCompilation, type InputOf, Route, write } from '../../web/index.js';
import { opinionFile } from './import-opinions.use-case.js';
import { opinionChoiceShape, readOpinionChoice } from './opinion-choice.js';
import { opinionImportView } from './opinion-import.views.js';
import { TryOpinionsQuery } from './try-opinions.query.js';

const routes = {
  preview: write(`${inCompilation}/opinions/import/preview`, {
    file: opinionFile,
    body: z.object(opinionChoiceShape),
    example: { channel: '信函', columns: 'content=B,proposer=D', confirmed: 'true' },
    summary: '试导入意见：列出怎样读取、存疑之处、没有读入的内容和前十行，不登记',
    response: opinionImportView,
  }),
};

@ApiController('意见')
export class OpinionImportController {
  constructor(private readonly tryOpinions: TryOpinionsQuery) {}

  @Route(routes.preview)
  preview({ params, body, file }: InputOf<typeof routes.preview>) {
    const opinions = { bytes: file.bytes, fileName: file.name, ...readOpinionChoice(body) };
    return this.tryOpinions.execute(params.compilationId, opinions);
  }
}
