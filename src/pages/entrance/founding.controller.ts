import { z } from 'zod';
import { FoundHouseUseCase } from '../../access/index.js';
import { tidyPassword } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, show } from '../../web/index.js';
import { PasswordsDiffer } from './entrance.errors.js';
import { enter } from './session-answer.js';

const text = z.string().max(1000);

const routes = {
  welcome: page('/welcome/:token', { by: 'anyone' }),
  found: form('/welcome/:token', {
    by: 'anyone',
    body: z.object({ signInName: text, name: text, password: text, again: text }),
  }),
};

/** The first administrator, by the link that the first start prints. */
@PageController()
export class FoundingController {
  constructor(private readonly founding: FoundHouseUseCase) {}

  @OnPage(routes.welcome)
  welcome({ params }: PageInput<typeof routes.welcome>) {
    return show('entrance/welcome', { token: params.token }, { title: '建立首个账户', layout: 'plain' });
  }

  @OnPage(routes.found)
  async found({ params, body }: PageInput<typeof routes.found>) {
    if (tidyPassword(body.password) !== tidyPassword(body.again)) throw new PasswordsDiffer();
    const session = await this.founding.redeem(params.token, body);
    return enter(session, '/account', '账户已建立，您是系统管理员。建议现在绑定动态验证码。');
  }
}
