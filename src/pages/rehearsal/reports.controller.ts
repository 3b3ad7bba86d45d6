import { Header, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { staff } from '../../platform/index.js';
import { RehearsalRuns } from '../../rehearsal/index.js';
import { download, mediaTypes, OnPage, page, PageController, type PageInput } from '../../web/index.js';

const run = '/c/:compilationId/rehearsal/:runId';
const routes = {
  report: page(`${run}/report`, { by: staff }),
  file: page(`${run}/files`, { by: staff, query: { kind: z.enum(['html', 'json', 'zip']).default('html') } }),
};

/** The report carries its own style so that it can be sent on as one file; nothing in it may run. */
const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

const files = {
  html: [mediaTypes.html, '推演报告.html'],
  json: ['application/json; charset=utf-8', '推演摘要.json'],
  zip: [mediaTypes.zip, '推演报批材料.zip'],
} as const;

/** What a rehearsal wrote, to look at or to carry away. */
@PageController()
export class ReportsController {
  constructor(private readonly runs: RehearsalRuns) {}

  @OnPage(routes.report)
  @Header('content-security-policy', reportPolicy)
  async report({ params }: PageInput<typeof routes.report>) {
    const bytes = await this.runs.file(params.runId, 'html');
    return new StreamableFile(bytes, { type: mediaTypes.html, length: bytes.length });
  }

  @OnPage(routes.file)
  async file({ params, query }: PageInput<typeof routes.file>) {
    const [mediaType, name] = files[query.kind];
    return download(await this.runs.file(params.runId, query.kind), mediaType, name);
  }
}
