import { z } from 'zod';
import { lineInput } from '../platform/index.js';
import {
  ApiController,
  inCompilation,
  type InputOf,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
} from '../web/index.js';
import { DirectoryQuery } from './directory.query.js';
import { expertView, resolutionView, seatView, unitView } from './directory.views.js';
import { unitCategories } from './roster/index.js';

const units = `${inCompilation}/units` as const;

const routes = {
  units: read(units, {
    summary: '单位名录及联络岗位',
    query: { ...pageQuery, category: z.enum(unitCategories).optional() },
    response: pageOf(unitView),
  }),
  resolve: read(`${units}/resolve`, {
    summary: '一个名称（含简称、别名、统称）指哪家单位或者哪类单位',
    query: { name: lineInput(200) },
    response: resolutionView,
  }),
  experts: read(`${inCompilation}/experts`, {
    summary: '专家名录',
    query: pageQuery,
    response: pageOf(expertView),
  }),
  leadingGroup: read(`${inCompilation}/leading-group`, {
    summary: '领导小组席位（单位和职务）',
    query: pageQuery,
    response: pageOf(seatView),
  }),
};

@ApiController('单位名录')
export class DirectoryController {
  constructor(private readonly query: DirectoryQuery) {}

  @Route(routes.units)
  async units({ query }: InputOf<typeof routes.units>) {
    const { category } = query;
    const rows = (await this.query.units()).filter(
      (unit) => category === undefined || unit.category === category,
    );
    return pageFrom(rows, query, ({ id }) => id);
  }

  @Route(routes.resolve)
  async resolve({ query }: InputOf<typeof routes.resolve>) {
    return (await this.query.resolve(query.name)) ?? { kind: 'unknown' };
  }

  @Route(routes.experts)
  async experts({ query }: InputOf<typeof routes.experts>) {
    return pageFrom(await this.query.experts(), query, ({ id }) => id);
  }

  @Route(routes.leadingGroup)
  async leadingGroup({ query }: InputOf<typeof routes.leadingGroup>) {
    return pageFrom(await this.query.leadingGroup(), query, ({ id }) => id);
  }
}
