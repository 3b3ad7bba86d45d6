import { EnterByLinkUseCase, type LinkGiven, LinkVoid, MailNewLinkUseCase } from '../../access/index.js';
import {
  form,
  nothing,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
  type Visitor,
} from '../../web/index.js';
import { expertPath } from '../expert/expert-seat.js';
import { unitPath } from '../unit/unit-scope.js';
import { enter } from './session-answer.js';

const routes = {
  unit: page('/u/:aboutId/:generation/:token', { by: 'anyone' }),
  enterUnit: form('/u/:aboutId/:generation/:token', { by: 'anyone', body: nothing }),
  newLink: form('/u/:aboutId/:generation/:token/renew', { by: 'anyone', body: nothing }),
  newLinkSent: page('/new-link-sent', { by: 'anyone' }),
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
  constructor(
    private readonly links: EnterByLinkUseCase,
    private readonly newLinks: MailNewLinkUseCase,
  ) {}

  @OnPage(routes.unit)
  unit({ params, visitor }: PageInput<typeof routes.unit>) {
    return this.offer(given('unit', params), visitor).catch((error: unknown) =>
      this.offerNewLink(error, params),
    );
  }

  /** The same answer whether or not a contact is registered: the mailbox tells its owner, this page nobody. */
  @OnPage(routes.newLink)
  async newLink({ params }: PageInput<typeof routes.newLink>) {
    await this.newLinks.execute(given('unit', params));
    return seeOther('/new-link-sent');
  }

  @OnPage(routes.newLinkSent)
  newLinkSent() {
    return show('entrance/new-link-sent', {}, { title: '新链接已经寄出', layout: 'plain' });
  }

  @OnPage(routes.enterUnit)
  async enterUnit({ params }: PageInput<typeof routes.enterUnit>) {
    return enter(await this.links.execute(given('unit', params)), unitPath(params.aboutId));
  }

  @OnPage(routes.expert)
  expert({ params, visitor }: PageInput<typeof routes.expert>) {
    return this.offer(given('expert', params), visitor);
  }

  @OnPage(routes.enterExpert)
  async enterExpert({ params }: PageInput<typeof routes.enterExpert>) {
    return enter(await this.links.execute(given('expert', params)), expertPath(params.aboutId));
  }

  /** An earlier link of the unit's own is void, but it proves enough to have a new one mailed to the contact. */
  private async offerNewLink(error: unknown, params: LinkParams) {
    const link = given('unit', params);
    if (!(error instanceof LinkVoid) || !(await this.newLinks.mayAsk(link))) throw error;
    const action = `/u/${link.aboutId}/${link.generation}/${link.token}/renew`;
    return show('entrance/link-void', { action }, { title: '链接已经失效', layout: 'plain', status: 404 });
  }

  private async offer(link: LinkGiven, visitor: Visitor) {
    const { name } = await this.links.look(link);
    const { kind, aboutId, generation, token } = link;
    const action = `/${path[kind]}/${aboutId}/${generation}/${token}`;
    const leaving = visitor.name === name ? null : visitor.name;
    return show('entrance/by-link', { name, action, leaving }, { title: `${name}，请进入`, layout: 'plain' });
  }
}

interface LinkParams {
  aboutId: string;
  generation: string;
  token: string;
}

const given = (kind: LinkGiven['kind'], { aboutId, generation, token }: LinkParams): LinkGiven => ({
  kind,
  aboutId,
  generation: Number(generation),
  token,
});
