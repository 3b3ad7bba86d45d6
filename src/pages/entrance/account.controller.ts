import { toString as qrcode } from 'qrcode';
import { z } from 'zod';
import { AccountsQuery, SecondFactorUseCase } from '../../access/index.js';
import {
  form,
  OnPage,
  page,
  PageController,
  type PageInput,
  picture,
  seeOther,
  show,
  SignInNeeded,
  type Visitor,
} from '../../web/index.js';

const routes = {
  account: page('/account', { by: 'anyone' }),
  picture: page('/account/second-factor.svg', { by: 'anyone' }),
  confirm: form('/account/second-factor', { by: 'anyone', body: z.object({ code: z.string().max(20) }) }),
};

/** One's own account: the second factor, signing out everywhere. */
@PageController()
export class AccountController {
  constructor(
    private readonly accounts: AccountsQuery,
    private readonly secondFactor: SecondFactorUseCase,
  ) {}

  @OnPage(routes.account)
  async account({ visitor }: PageInput<typeof routes.account>) {
    const { id, signInName, name, totpConfirmedAt } = await this.accounts.one(ownAccount(visitor));
    const offered = totpConfirmedAt === null ? await this.secondFactor.offer(id) : null;
    const required = visitor.lacksSecondFactor;
    const view = {
      required,
      signInName,
      name,
      confirmed: totpConfirmedAt !== null,
      secret: offered?.secret ?? null,
    };
    return show('entrance/account', view, { title: '我的账户' });
  }

  /** To be scanned by an authenticator; drawn here, so that the secret reaches nobody else. */
  @OnPage(routes.picture)
  async picture({ visitor }: PageInput<typeof routes.picture>) {
    const { uri } = await this.secondFactor.offer(ownAccount(visitor));
    return picture(await qrcode(uri, { type: 'svg', margin: 1 }));
  }

  @OnPage(routes.confirm)
  async confirm({ visitor, body }: PageInput<typeof routes.confirm>) {
    await this.secondFactor.confirm(ownAccount(visitor), body.code);
    return seeOther('/account', '动态验证码已绑定。下次登录时，除口令外还要输入它。');
  }
}

/** Whoever has signed in with both steps; the bare password opens nothing here. @throws SignInNeeded */
function ownAccount({ name, accountId }: Visitor): string {
  if (name === null || accountId === null) throw new SignInNeeded();
  return accountId;
}
