import { ApiController, inCompilation, type InputOf, Route, write } from '../web/index.js';
import { signedView } from './review.views.js';
import { SignWithCodeUseCase, signWithCodeSchema } from './sign-opinion.use-case.js';

const routes = {
  sign: write(`${inCompilation}/invitees/:inviteeId/signature`, {
    by: ['expert'],
    summary: '专家凭验证码签署书面论证意见',
    body: signWithCodeSchema,
    example: { code: '123456' },
    response: signedView,
  }),
};

/** Signing with a code is two acts, of which the first stands although the code was wrong. */
@ApiController('会议')
export class SigningController {
  constructor(private readonly signWithCode: SignWithCodeUseCase) {}

  @Route(routes.sign)
  sign({ params, actor, body }: InputOf<typeof routes.sign>) {
    const { compilationId, inviteeId } = params;
    return this.signWithCode.execute({ compilationId, actor }, inviteeId, body);
  }
}
