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
} from '../../web/index.js';

const routes = {
  account: page('/account', { by: 'account' }),
  picture: page('/account/second-factor.svg', { by: 'account' }),
  confirm: form('/account/second-factor', { by: 'account', body: z.object({ code: z.string().max(20) }) }),
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
    const { id, signInName, name, totpConfirmedAt } = await this.accounts.one(visitor.accountId!);
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
    const { uri } = await this.secondFactor.offer(visitor.accountId!);
    return picture(await qrcode(uri, { type: 'svg', margin: 1 }));
  }

  @OnPage(routes.confirm)
  async confirm({ visitor, body }: PageInput<typeof routes.confirm>) {
    await this.secondFactor.confirm(visitor.accountId!, visitor.sessionId!, body.code);
    return seeOther('/account', '动态验证码已绑定。下次登录时，除口令外还要输入它。');
  }
}
