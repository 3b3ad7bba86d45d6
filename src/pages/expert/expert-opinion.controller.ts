import { formatDateTime } from '../../calendar/index.js';
import {
  amendPoint,
  filePoint,
  requestSigningCode,
  SignWithCodeUseCase,
  signWithCodeSchema,
  writeOpinion,
} from '../../review/index.js';
import { actForm, form, formsOf, OnPage, PageController, type PageInput, seeOther } from '../../web/index.js';
import { expertPath, seatOf } from './expert-seat.js';

const seat = '/expert/:inviteeId' as const;
const by = ['expert'] as const;

const saved = (sentence: string, signatureVoided: boolean): string =>
  signatureVoided ? `${sentence}原签署因改动失效，须重新签署。` : sentence;

/** An expert's points by clause and the written opinion. */
export const ExpertOpinionForms = formsOf({
  file: actForm(filePoint, `${seat}/points`, {
    by,
    given: { kind: () => 'expert' as const },
    then: ({ params, result }) =>
      seeOther(`${expertPath(params.inviteeId)}#points`, `已登记为第${result.number}条论证意见。`),
  }),
  amend: actForm(amendPoint, `${seat}/points/:pointId`, {
    by,
    then: ({ params, result }) =>
      seeOther(`${expertPath(params.inviteeId)}#points`, saved('该条意见已更正。', result.signatureVoided)),
  }),
  write: actForm(writeOpinion, `${seat}/opinion`, {
    by,
    then: ({ params, result }) =>
      seeOther(
        `${expertPath(params.inviteeId)}#signature`,
        saved('书面论证意见已保存，请签署。', result.signatureVoided),
      ),
  }),
  requestCode: actForm(requestSigningCode, `${seat}/signing-code`, {
    then: ({ params, result }) =>
      seeOther(
        `${expertPath(params.inviteeId)}#signature`,
        `验证码已发往您的邮箱，${formatDateTime(result.validUntil)}前有效。`,
      ),
  }),
});

const routes = {
  sign: form(`${seat}/signature`, { by, body: signWithCodeSchema }),
};

/** Its signature. */
@PageController()
export class ExpertSignatureController {
  constructor(private readonly signWithCode: SignWithCodeUseCase) {}

  @OnPage(routes.sign)
  async sign({ visitor, actor, params, body }: PageInput<typeof routes.sign>) {
    const { compilationId, inviteeId, path } = seatOf(visitor, params);
    await this.signWithCode.execute({ compilationId, actor }, inviteeId, body);
    return seeOther(`${path}#signature`, '书面论证意见已签署。');
  }
}
