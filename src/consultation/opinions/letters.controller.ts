import { z } from 'zod';
import { ApiController, inCompilation, type InputOf, Route, write } from '../../web/index.js';
import { correctOpinionSchema, CorrectOpinionUseCase } from './correct-opinion.use-case.js';
import { EraseProposerUseCase } from './erase-proposer.use-case.js';
import { RecordLetterUseCase, recordLetterSchema } from './record-letter.use-case.js';

const routes = {
  record: write(`${inCompilation}/letters`, {
    summary: '登记来信、来电或者座谈记录，可同时拆成几条意见',
    body: recordLetterSchema,
    example: {
      proposer: { category: '社会组织', organisation: '某商会' },
      content: '一、建议增加服务业内容。二、建议明确责任单位。',
      points: [{ content: '建议增加服务业内容。' }, { content: '建议明确责任单位。' }],
    },
    response: z.object({
      id: z.string(),
      number: z.string(),
      late: z.boolean(),
      parts: z.array(z.string()),
    }),
    status: 201,
  }),
  correct: write(`${inCompilation}/opinions/:opinionId/correct`, {
    summary: '更正一条代为登记、尚未办理的意见；原登记保留，由更正件办结',
    body: correctOpinionSchema,
    example: { content: '建议增加服务业内容。', revision: 1, reason: '誊录有误' },
    response: z.object({ number: z.string() }),
  }),
  erase: write(`${inCompilation}/opinions/:opinionId/erase-proposer`, {
    summary: '应本人要求删除意见提出人的姓名和联系方式；意见内容保留',
  }),
};

@ApiController('意见')
export class LettersController {
  constructor(
    private readonly recordLetter: RecordLetterUseCase,
    private readonly eraseProposer: EraseProposerUseCase,
    private readonly correctOpinion: CorrectOpinionUseCase,
  ) {}

  @Route(routes.correct)
  correct({ params, actor, body }: InputOf<typeof routes.correct>) {
    return this.correctOpinion.execute(params.compilationId, actor, params.opinionId, body);
  }

  @Route(routes.record)
  record({ params, actor, body }: InputOf<typeof routes.record>) {
    return this.recordLetter.execute(params.compilationId, actor, body);
  }

  @Route(routes.erase)
  erase({ params, actor }: InputOf<typeof routes.erase>) {
    return this.eraseProposer.execute(params.compilationId, actor, params.opinionId);
  }
}
