import { z } from 'zod';
import { expertOrSecretariat } from '../platform/index.js';
import { ApiController, inCompilation, type InputOf, instant, Route, write } from '../web/index.js';
import { DeclareConflictUseCase, declareConflictSchema } from './declare-conflict.use-case.js';
import { RequestSigningCodeUseCase } from './request-signing-code.use-case.js';
import { RespondInvitationUseCase, respondInvitationSchema } from './respond-invitation.use-case.js';
import { signedView, voidedView } from './review.views.js';
import { SignOpinionUseCase, signWithCodeSchema } from './sign-opinion.use-case.js';
import { WriteOpinionUseCase, writeOpinionSchema } from './write-opinion.use-case.js';

const invitee = `${inCompilation}/invitees/:inviteeId` as const;

const routes = {
  respond: write(`${invitee}/response`, {
    by: expertOrSecretariat,
    summary: '答复会议邀请',
    body: respondInvitationSchema,
    example: { response: 'accepted' },
  }),
  declare: write(`${invitee}/conflict`, {
    by: expertOrSecretariat,
    summary: '专家声明有无直接利害关系；有的应当回避',
    body: declareConflictSchema,
    example: { conflict: 'none' },
    response: z.object({ recused: z.boolean() }),
  }),
  write: write(`${invitee}/opinion`, {
    by: expertOrSecretariat,
    summary: '专家填写书面论证意见；签署后再改的须重新签署',
    body: writeOpinionSchema,
    example: { recommendation: '修改后通过', text: '目标可行，建议补充测算依据。' },
    response: voidedView,
  }),
  requestCode: write(`${invitee}/signing-code`, {
    by: ['expert'],
    summary: '专家申请签署验证码，发至其邮箱',
    response: z.object({ validUntil: instant }),
  }),
  sign: write(`${invitee}/signature`, {
    by: ['expert'],
    summary: '专家凭验证码签署书面论证意见',
    body: signWithCodeSchema,
    example: { code: '123456' },
    response: signedView,
  }),
  signOnPaper: write(`${invitee}/signature/scan`, {
    summary: '上传纸质签署页的扫描件',
    file: 'PDF、JPEG 或者 PNG，不超过20 MB',
    response: signedView,
  }),
};

@ApiController('会议')
export class InviteesController {
  constructor(
    private readonly respondInvitation: RespondInvitationUseCase,
    private readonly declareConflict: DeclareConflictUseCase,
    private readonly writeOpinion: WriteOpinionUseCase,
    private readonly requestSigningCode: RequestSigningCodeUseCase,
    private readonly signOpinion: SignOpinionUseCase,
  ) {}

  @Route(routes.respond)
  respond({ params, actor, body }: InputOf<typeof routes.respond>) {
    return this.respondInvitation.execute(params.compilationId, actor, params.inviteeId, body);
  }

  @Route(routes.declare)
  declare({ params, actor, body }: InputOf<typeof routes.declare>) {
    return this.declareConflict.execute(params.compilationId, actor, params.inviteeId, body);
  }

  @Route(routes.write)
  write({ params, actor, body }: InputOf<typeof routes.write>) {
    return this.writeOpinion.execute(params.compilationId, actor, params.inviteeId, body);
  }

  @Route(routes.requestCode)
  requestCode({ params, actor }: InputOf<typeof routes.requestCode>) {
    return this.requestSigningCode.execute(params.compilationId, actor, params.inviteeId);
  }

  @Route(routes.sign)
  sign({ params, actor, body }: InputOf<typeof routes.sign>) {
    return this.signOpinion.withCode(params.compilationId, actor, params.inviteeId, body);
  }

  @Route(routes.signOnPaper)
  signOnPaper({ params, actor, file }: InputOf<typeof routes.signOnPaper>) {
    return this.signOpinion.withScan(params.compilationId, actor, params.inviteeId, file.bytes);
  }
}
