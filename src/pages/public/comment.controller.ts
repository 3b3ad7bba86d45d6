import { z } from 'zod';
import { receiveOpinion, SubmitCommentUseCase } from '../../consultation/index.js';
import { NotFound, Refusal } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther } from '../../web/index.js';
import { CommentGate } from './comment-gate.js';
import { CommentPage } from './comment-page.js';

/** The use case says what is too long; this only keeps out what no form of ours sends. */
const field = (longest: number) => z.string().max(longest).default('');

const routes = {
  form: page('/notices/:noticeId/comment', { by: 'anyone', query: { clause: field(64) } }),
  send: form('/notices/:noticeId/comment', {
    by: 'anyone',
    once: true,
    act: receiveOpinion,
    passing: ['proof'],
    body: z.object({
      ticket: field(200),
      clauseId: field(64),
      category: field(100),
      name: field(2000),
      contact: field(2000),
      consent: field(10),
      content: field(200_000),
      website: field(2000),
      proof: field(100),
    }),
  }),
};

/** 提意见: a page of its own, which no proxy keeps. */
@PageController()
export class CommentController {
  constructor(
    private readonly pages: CommentPage,
    private readonly submit: SubmitCommentUseCase,
    private readonly gate: CommentGate,
  ) {}

  @OnPage(routes.form)
  form({ params, query }: PageInput<typeof routes.form>) {
    return this.pages.fresh(params.noticeId, query.clause);
  }

  @OnPage(routes.send)
  async send({ params, body, address }: PageInput<typeof routes.send>) {
    const { noticeId } = params;
    const { website: trap, proof, consent, ...rest } = body;
    const typed = { ...rest, consent: consent === 'yes' };
    try {
      const pressure = () => this.gate.pressure(noticeId, address);
      const receipt = await this.submit.execute(noticeId, { ...typed, trap, proof }, pressure);
      return seeOther(`/receipts/${receipt}`);
    } catch (error) {
      // A citizen gets the form back as it was, not the house's page for refusals.
      if (!(error instanceof Refusal) || error instanceof NotFound) throw error;
      return this.pages.again(noticeId, typed, error);
    }
  }
}
