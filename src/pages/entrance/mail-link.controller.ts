import { EnterByLinkUseCase, type LinkGiven } from '../../access/index.js';
import { form, nothing, OnPage, page, PageController, type PageInput, show } from '../../web/index.js';
import { enter } from './session-answer.js';

const routes = {
  unit: page('/u/:aboutId/:generation/:token', { by: 'anyone' }),
  enterUnit: form('/u/:aboutId/:generation/:token', { by: 'anyone', body: nothing }),
  expert: page('/m/:aboutId/:generation/:token', { by: 'anyone' }),
  enterExpert: form('/m/:aboutId/:generation/:token', { by: 'anyone', body: nothing }),
};

const path = { unit: 'u', expert: 'm' };

/**
 * Where the link of a mail leads. Looking changes nothing and opens nothing, for mail scanners look at every
 * address; the button swaps the link for a session.
 */
@PageController()
export class MailLinkController {
  constructor(private readonly links: EnterByLinkUseCase) {}

  @OnPage(routes.unit)
  unit({ params }: PageInput<typeof routes.unit>) {
    return this.offer(given('unit', params));
  }

  @OnPage(routes.enterUnit)
  async enterUnit({ params }: PageInput<typeof routes.enterUnit>) {
    return enter(await this.links.execute(given('unit', params)), '/unit');
  }

  @OnPage(routes.expert)
  expert({ params }: PageInput<typeof routes.expert>) {
    return this.offer(given('expert', params));
  }

  @OnPage(routes.enterExpert)
  async enterExpert({ params }: PageInput<typeof routes.enterExpert>) {
    return enter(await this.links.execute(given('expert', params)), '/expert');
  }

  private async offer(link: LinkGiven) {
    const { name } = await this.links.look(link);
    const { kind, aboutId, generation, token } = link;
    const action = `/${path[kind]}/${aboutId}/${generation}/${token}`;
    return show('entrance/by-link', { name, action }, { title: `${name}，请进入`, layout: 'plain' });
  }
}

const given = (
  kind: LinkGiven['kind'],
  { aboutId, generation, token }: { aboutId: string; generation: string; token: string },
): LinkGiven => ({ kind, aboutId, generation: Number(generation), token });
