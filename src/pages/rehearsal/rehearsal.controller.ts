import { z } from 'zod';
import { parseInput, secretariat, staff } from '../../platform/index.js';
import { RehearsalRuns, runOptionsSchema } from '../../rehearsal/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { RehearsalPage } from './rehearsal-page.js';
import { rehearsalPath } from './run-view.js';

const rehearsal = '/c/:compilationId/rehearsal';
const typed = z.object({
  seed: z.string().default(''),
  units: z.string().default(''),
  opinions: z.string().default(''),
  lateUnit: z.string().default(''),
});
const routes = {
  list: page(rehearsal, { by: staff }),
  start: form(rehearsal, { by: secretariat, body: typed }),
  one: page(`${rehearsal}/:runId`, { by: staff }),
};

/** 推演: the whole timeline played beside the real house, which it never touches. */
@PageController()
export class RehearsalController {
  constructor(
    private readonly pages: RehearsalPage,
    private readonly runs: RehearsalRuns,
  ) {}

  @OnPage(routes.list)
  async list({ params, visitor }: PageInput<typeof routes.list>) {
    return show(
      'rehearsal/list',
      await this.pages.list(params.compilationId, mayAct(visitor, params.compilationId)),
      {
        title: '推演',
        nav: 'rehearsal',
      },
    );
  }

  @OnPage(routes.start)
  async start({ params, actor, body }: PageInput<typeof routes.start>) {
    const id = await this.runs.start(actor, parseInput(runOptionsSchema, body));
    return seeOther(`${rehearsalPath(params.compilationId)}/${id}`);
  }

  @OnPage(routes.one)
  async one({ params, visitor }: PageInput<typeof routes.one>) {
    const { compilationId, runId } = params;
    const view = await this.pages.one(compilationId, runId, mayAct(visitor, compilationId));
    return show('rehearsal/run', view, { title: '推演', nav: 'rehearsal' });
  }
}
