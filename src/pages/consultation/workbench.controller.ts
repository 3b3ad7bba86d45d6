import { OpinionsQuery } from '../../consultation/index.js';
import { reviewers, secretariat, staff } from '../../platform/index.js';
import { OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { z } from 'zod';
import { inConsultation } from './consultation-nav.js';
import { filterQuery, inboxPath, readFilter, workbenchPath } from './opinion-filter.js';
import { WorkbenchPage } from './workbench-page.js';

const routes = {
  first: page(`${inConsultation}/workbench`, { by: staff, query: filterQuery }),
  look: page(`${inConsultation}/opinions/:opinionId`, {
    by: staff,
    query: { ...filterQuery, changed: z.string().max(64).optional() },
  }),
};

/** 意见办理: one opinion after the other of a queue. */
@PageController()
export class WorkbenchController {
  constructor(
    private readonly workbench: WorkbenchPage,
    private readonly opinions: OpinionsQuery,
  ) {}

  @OnPage(routes.first)
  async first({ params, query }: PageInput<typeof routes.first>) {
    const { compilationId } = params;
    const filter = readFilter(query);
    const { opinions } = await this.opinions.page(compilationId, filter, null, 1);
    const [opinion] = opinions;
    return seeOther(
      opinion === undefined
        ? inboxPath(compilationId, filter)
        : workbenchPath(compilationId, opinion.id, filter),
    );
  }

  @OnPage(routes.look)
  async look({ params, query, visitor, actor }: PageInput<typeof routes.look>) {
    const { compilationId, opinionId } = params;
    const view = await this.workbench.view({
      compilationId,
      opinionId,
      filter: readFilter(query),
      changed: query.changed,
      me: actor.id,
      mayAct: visitor.actorAs(secretariat, compilationId) !== null,
      mayReview: visitor.actorAs(reviewers, compilationId) !== null,
    });
    return show('consultation/workbench', view, { title: '意见办理', nav: 'consultation' });
  }
}
