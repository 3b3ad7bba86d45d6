import { z } from 'zod';
import {
  ApiController,
  inCompilation,
  type InputOf,
  instant,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
} from '../../web/index.js';
import { visitInput } from './log-visit.use-case.js';
import { VisitsQuery } from './visits.query.js';

const visits = `${inCompilation}/visits` as const;

const visitView = visitInput.extend({
  id: z.string(),
  usedIn: z.array(z.string()),
  loggedAt: instant,
  loggedBy: z.string(),
  revision: z.number().int(),
});

const routes = {
  list: read(visits, { summary: '调研走访记录', query: pageQuery, response: pageOf(visitView) }),
};

@ApiController('调研走访')
export class VisitsController {
  constructor(private readonly query: VisitsQuery) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    return pageFrom(await this.query.list(params.compilationId), query, ({ id }) => id);
  }
}
