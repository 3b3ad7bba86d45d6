import { z } from 'zod';
import { SecondFactorUseCase, SignInUseCase } from '../../access/index.js';
import { tidyPassword } from '../../platform/index.js';
import {
  form,
  nothing,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { PasswordsDiffer } from './entrance.errors.js';
import { enter, safePath, withoutSession } from './session-answer.js';

const short = z.string().trim().max(200);

const routes = {
  // A filter may be longer than what is kept: signing in matters more than coming back to it.
  signIn: page('/sign-in', {
    by: 'anyone',
    query: { next: z.string().max(500).optional().catch(undefined) },
  }),
  enter: form('/sign-in', {
    by: 'anyone',
    body: z.object({
      signInName: short,
      password: z.string().max(1000),
      next: z.string().max(500).optional(),
    }),
  }),
  code: page('/sign-in/code', { by: 'anyone' }),
  enterCode: form('/sign-in/code', { by: 'anyone', body: z.object({ code: short }) }),
  signOut: form('/sign-out', { by: 'anyone', body: z.object({ everywhere: z.literal('yes').optional() }) }),
  byLink: page('/enter/:token', { by: 'anyone' }),
  enterByLink: form('/enter/:token', { by: 'anyone', body: nothing }),
  choosePassword: page('/set-password/:token', { by: 'anyone' }),
  setPassword: form('/set-password/:token', {
    by: 'anyone',
    body: z.object({ password: z.string().max(1000), again: z.string().max(1000) }),
  }),
};

/** How posts come in and go out. */
@PageController()
export class SignInController {
  constructor(
    private readonly signIn: SignInUseCase,
    private readonly secondFactor: SecondFactorUseCase,
  ) {}

  @OnPage(routes.signIn)
  show({ query, visitor }: PageInput<typeof routes.signIn>) {
    if (visitor.name !== null) return seeOther(safePath(query.next));
    return show('entrance/sign-in', { next: safePath(query.next) }, { title: '登录', layout: 'plain' });
  }

  @OnPage(routes.enter)
  async enter({ body, address }: PageInput<typeof routes.enter>) {
    const { token: session, needs } = await this.signIn.execute(body.signInName, body.password, address);
    return enter(session, needs === 'code' ? '/sign-in/code' : safePath(body.next));
  }

  @OnPage(routes.code)
  askCode({ visitor }: PageInput<typeof routes.code>) {
    if (visitor.name !== null || visitor.accountId === null) return seeOther('/');
    return show('entrance/code', {}, { title: '动态验证码', layout: 'plain' });
  }

  @OnPage(routes.enterCode)
  async enterCode({ body, visitor }: PageInput<typeof routes.enterCode>) {
    if (visitor.accountId === null || visitor.sessionId === null || visitor.byToken)
      return seeOther('/sign-in');
    return enter(await this.secondFactor.pass(visitor.accountId, visitor.sessionId, body.code));
  }

  @OnPage(routes.signOut)
  async signOut({ body, visitor }: PageInput<typeof routes.signOut>) {
    const { sessionId, accountId } = visitor;
    if (sessionId !== null)
      await this.signIn.signOut({ id: sessionId, accountId }, body.everywhere === 'yes');
    return seeOther('/', null, [withoutSession]);
  }

  @OnPage(routes.byLink)
  offerEntry({ params }: PageInput<typeof routes.byLink>) {
    return show('entrance/enter', { token: params.token }, { title: '进入', layout: 'plain' });
  }

  @OnPage(routes.enterByLink)
  async enterByLink({ params }: PageInput<typeof routes.enterByLink>) {
    const { token: session, needs } = await this.signIn.byLink(params.token);
    return enter(session, needs === 'code' ? '/sign-in/code' : '/');
  }

  @OnPage(routes.choosePassword)
  choosePassword({ params }: PageInput<typeof routes.choosePassword>) {
    return show('entrance/set-password', { token: params.token }, { title: '设置口令', layout: 'plain' });
  }

  @OnPage(routes.setPassword)
  async setPassword({ params, body }: PageInput<typeof routes.setPassword>) {
    if (tidyPassword(body.password) !== tidyPassword(body.again)) throw new PasswordsDiffer();
    const { token: session, needs } = await this.signIn.setPassword(params.token, body.password);
    return enter(session, needs === 'code' ? '/sign-in/code' : '/account', '口令已设置。');
  }
}
