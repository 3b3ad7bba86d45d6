import { z } from 'zod';
import { formatDateTime } from '../../calendar/index.js';
import {
  AmendPointUseCase,
  FilePointUseCase,
  RequestSigningCodeUseCase,
  SignOpinionUseCase,
  WriteOpinionUseCase,
} from '../../review/index.js';
import { form, nothing, OnPage, PageController, type PageInput, seeOther } from '../../web/index.js';
import { seatOf } from './expert-seat.js';

const by = ['expert'] as const;
const began = z.string().optional();
const dissent = z.literal('yes').optional();
const routes = {
  file: form('/expert/:inviteeId/points', {
    by,
    body: z.object({ clauseId: z.string(), content: z.string(), dissent }),
  }),
  amend: form('/expert/:inviteeId/points/:pointId', {
    by,
    body: z.object({ content: z.string(), dissent, began }),
  }),
  write: form('/expert/:inviteeId/opinion', {
    by,
    body: z.object({ recommendation: z.string().default(''), text: z.string(), began }),
  }),
  requestCode: form('/expert/:inviteeId/signing-code', { by, body: nothing }),
  sign: form('/expert/:inviteeId/signature', { by, body: z.object({ code: z.string() }) }),
};

/** An expert's points by clause, the written opinion, and its signature. */
@PageController()
export class ExpertOpinionController {
  constructor(
    private readonly filePoint: FilePointUseCase,
    private readonly amendPoint: AmendPointUseCase,
    private readonly writeOpinion: WriteOpinionUseCase,
    private readonly requestSigningCode: RequestSigningCodeUseCase,
    private readonly signOpinion: SignOpinionUseCase,
  ) {}

  @OnPage(routes.file)
  async file({ visitor, actor, params, body }: PageInput<typeof routes.file>) {
    const { compilationId, inviteeId, path } = seatOf(visitor, params);
    const { clauseId, content, dissent: dissents } = body;
    const place = { kind: 'expert', inviteeId, clauseId: clauseId === '' ? null : clauseId };
    const point = { ...place, content, dissent: dissents === 'yes' };
    const { number } = await this.filePoint.execute(compilationId, actor, point);
    return seeOther(`${path}#points`, `已登记为第${number}条论证意见。`);
  }

  @OnPage(routes.amend)
  async amend({ visitor, actor, params, body }: PageInput<typeof routes.amend>) {
    const { compilationId, path } = seatOf(visitor, params);
    const change = { ...body, dissent: body.dissent === 'yes' };
    const { signatureVoided } = await this.amendPoint.execute(compilationId, actor, params.pointId, change);
    return seeOther(`${path}#points`, saved('该条意见已更正。', signatureVoided));
  }

  @OnPage(routes.write)
  async write({ visitor, actor, params, body }: PageInput<typeof routes.write>) {
    const { compilationId, inviteeId, path } = seatOf(visitor, params);
    const { signatureVoided } = await this.writeOpinion.execute(compilationId, actor, inviteeId, body);
    return seeOther(`${path}#signature`, saved('书面论证意见已保存，请签署。', signatureVoided));
  }

  @OnPage(routes.requestCode)
  async requestCode({ visitor, actor, params }: PageInput<typeof routes.requestCode>) {
    const { compilationId, inviteeId, path } = seatOf(visitor, params);
    const { validUntil } = await this.requestSigningCode.execute(compilationId, actor, inviteeId);
    return seeOther(`${path}#signature`, `验证码已发往您的邮箱，${formatDateTime(validUntil)}前有效。`);
  }

  @OnPage(routes.sign)
  async sign({ visitor, actor, params, body }: PageInput<typeof routes.sign>) {
    const { compilationId, inviteeId, path } = seatOf(visitor, params);
    const code = body.code.replace(/\s/g, '');
    await this.signOpinion.withCode(compilationId, actor, inviteeId, { code });
    return seeOther(`${path}#signature`, '书面论证意见已签署。');
  }
}

const saved = (sentence: string, signatureVoided: boolean): string =>
  signatureVoided ? `${sentence}原签署因改动失效，须重新签署。` : sentence;
