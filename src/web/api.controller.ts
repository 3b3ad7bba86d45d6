import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Header, Inject } from '@nestjs/common';
import { type Config, configToken, templatesFolder } from '../platform/index.js';
import { TemplateSet } from '../render/index.js';
import { apiPageView } from './api-page.js';
import { openApiDocument } from './openapi.js';
import { ApiController, read, Route } from './route.js';
import { RouteTable } from './route-table.js';

const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';

const routes = {
  page: read('/api', { by: 'anyone', summary: '本页：全部接口', produces: html }),
  style: read('/api/style.css', { by: 'anyone', summary: '本页的样式', produces: css }),
  document: read('/api/openapi.json', {
    by: 'anyone',
    summary: '全部接口的 OpenAPI 3.1 描述，供程序读取',
    produces: 'application/json',
  }),
};

/** What the API offers, for people and for programs. */
@ApiController('接口说明')
export class ApiDescriptionController {
  private readonly stylesheet = readFileSync(join(templatesFolder, 'pages', 'api.css'), 'utf8');

  constructor(
    private readonly table: RouteTable,
    private readonly templates: TemplateSet,
    @Inject(configToken) private readonly config: Config,
  ) {}

  @Route(routes.page)
  @Header('content-type', html)
  @Header('content-security-policy', "default-src 'none'; style-src 'self'; frame-ancestors 'none'")
  page(): string {
    return this.templates.render('pages/api', apiPageView(this.table.routes(), this.config));
  }

  @Route(routes.style)
  @Header('content-type', css)
  style(): string {
    return this.stylesheet;
  }

  @Route(routes.document)
  document(): object {
    return openApiDocument(this.table.routes());
  }
}
