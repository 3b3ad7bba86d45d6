import { z } from 'zod';
import { staff } from '../../platform/index.js';
import { renderDocument, TemplateSet } from '../../render/index.js';
import { MinutesQuery } from '../../review/index.js';
import { download, mediaTypes, OnPage, page, PageController, type PageInput } from '../../web/index.js';

const routes = {
  minutes: page('/c/:compilationId/meetings/:meetingId/minutes', {
    by: staff,
    query: { format: z.enum(['docx', 'html']).default('docx') },
  }),
};

/** 会议纪要 as a file. */
@PageController()
export class MinutesPagesController {
  constructor(
    private readonly query: MinutesQuery,
    private readonly templates: TemplateSet,
  ) {}

  @OnPage(routes.minutes)
  async minutes({ params, query }: PageInput<typeof routes.minutes>) {
    const view = await this.query.view(params.compilationId, params.meetingId);
    const content = renderDocument(this.templates, 'minutes', query.format, view);
    return download(content, mediaTypes[query.format], `会议纪要.${query.format}`);
  }
}
