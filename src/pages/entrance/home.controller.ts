import { CompilationQuery } from '../../compilation/index.js';
import { OnPage, page, type LinkScope, PageController, type PageInput, seeOther } from '../../web/index.js';
import { expertPath } from '../expert/expert-seat.js';
import { unitPath } from '../unit/unit-scope.js';
import { areaPath } from '../frame/navigation.js';

const routes = { home: page('/', { by: 'anyone' }) };

const ownPage = ({ kind, aboutId }: LinkScope): string =>
  kind === 'unit' ? unitPath(aboutId) : expertPath(aboutId);

/** Leads everybody to where they work: staff to the overview, a unit or expert to its page, others to the notices. */
@PageController()
export class HomeController {
  constructor(private readonly compilations: CompilationQuery) {}

  @OnPage(routes.home)
  async home({ visitor }: PageInput<typeof routes.home>) {
    if (visitor.scope !== null) return seeOther(ownPage(visitor.scope));
    if (visitor.name === null) return seeOther(visitor.accountId === null ? '/notices' : '/sign-in/code');
    const all = await this.compilations.list();
    const mine = all.filter(({ id }) => visitor.actorAs([], id) !== null);
    const latest = mine.at(-1);
    return seeOther(latest === undefined ? '/account' : areaPath(latest.id, 'overview'));
  }
}
