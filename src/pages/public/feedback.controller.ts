import { z } from 'zod';
import { OnPage, page, PageController, type PageInput, show } from '../../web/index.js';
import { FeedbackPage } from './feedback-page.js';

const count = z.coerce.number().int().min(1).max(1_000_000);

const routes = {
  feedback: page('/feedback/:compilationId', {
    by: 'anyone',
    cached: 'public, max-age=60',
    query: { page: count.default(1).catch(1), round: count.optional().catch(undefined) },
  }),
};

/** 意见采纳情况, where the mails to the units lead as well. */
@PageController()
export class FeedbackController {
  constructor(private readonly pages: FeedbackPage) {}

  @OnPage(routes.feedback)
  async feedback({ params, query }: PageInput<typeof routes.feedback>) {
    const view = await this.pages.view(params.compilationId, query.round ?? null, query.page);
    return show('public/feedback', view, { title: '意见采纳情况', layout: 'public' });
  }
}
