import { z } from 'zod';
import { type CodePurpose } from '../../access/index.js';
import { submitReply } from '../../consultation/index.js';
import { ActRunner } from '../../engine/index.js';
import { canonicalJson, InvalidInput, parseInput, sha256 } from '../../platform/index.js';
import { form, OnPage, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { codeSent, Confirmation, statusOf } from './confirmation.js';
import { ReplyPage } from './reply-page.js';
import { UnitHeads } from './unit-head.js';
import { codeHolderOf, scopeOf, type UnitVisit } from './unit-scope.js';

const by = ['unit'] as const;
const typed = z.record(z.string(), z.string());
type Typed = z.output<typeof typed>;
const routes = {
  write: form('/unit/:obligationId/reply/write', { by, body: typed, once: false }),
  check: form('/unit/:obligationId/reply/check', { by, body: typed, once: false }),
  submit: form('/unit/:obligationId/reply', { by, body: typed, act: submitReply }),
};

/** Answering the written consultation: opinions by clause, or none; checked, confirmed with the code, handed in. */
@PageController()
export class ReplyController {
  constructor(
    private readonly heads: UnitHeads,
    private readonly page: ReplyPage,
    private readonly runner: ActRunner,
    private readonly confirmation: Confirmation,
  ) {}

  /** Back to the form with everything in it. */
  @OnPage(routes.write)
  async write(visit: PageInput<typeof routes.write>) {
    const { compilationId, obligationId } = scopeOf(visit);
    const view = await this.page.view(compilationId, obligationId, visit.body);
    return show('unit/reply', view, { title: '征求意见', layout: 'guest' });
  }

  /** Shows what will be handed in and mails the code that confirms exactly this. */
  @OnPage(routes.check)
  async check(visit: PageInput<typeof routes.check>) {
    const { body } = visit;
    const reply = await this.replyFrom(visit, body);
    const { opinions, noOpinion } = parseInput(submitReply.input, {
      ...reply,
      obligationId: visit.params.obligationId,
    });
    if (opinions.length === 0 && !noOpinion)
      throw new InvalidInput('没有填写意见。没有意见的，请按“无意见”回复。', 'reply-empty');
    const holder = codeHolderOf(visit);
    if (body.again === 'yes') await this.confirmation.send(holder, purposeOf(reply));
    else await this.confirmation.sendUnlessSent(holder, purposeOf(reply));
    return this.confirm(visit, { body, reply, refused: null });
  }

  @OnPage(routes.submit)
  async submit(visit: PageInput<typeof routes.submit>) {
    const { compilationId, obligationId, path } = scopeOf(visit);
    const { code = '', ...rest } = visit.body;
    const reply = await this.replyFrom(visit, rest);
    const refused = await this.confirmation.enter(codeHolderOf(visit), purposeOf(reply), code);
    if (refused !== null) return this.confirm(visit, { body: rest, reply, refused });
    await this.runner.perform(submitReply, { compilationId, actor: visit.actor }, { obligationId, ...reply });
    return seeOther(path, '已回复。回执已发给登记的联络员，也可以在本页打印。');
  }

  private async confirm(
    visit: UnitVisit,
    { body, reply, refused }: { body: Typed; reply: Reply; refused: string | null },
  ) {
    const { compilationId, obligationId } = scopeOf(visit);
    const { view: head } = await this.heads.of(compilationId, obligationId);
    const code = await this.confirmation.view(codeHolderOf(visit), purposeOf(reply), refused);
    const view = {
      head,
      opinions: reply.opinions.map(({ clauseLabel, content }) => ({ label: clauseLabel, content })),
      fields: Object.entries(body)
        .filter(([name, value]) => value !== '' && !['code', 'again'].includes(name))
        .map(([name, value]) => ({ name, value })),
      code,
      codeSent: refused === null ? codeSent : null,
    };
    return show('unit/reply-check', view, { title: '确认回复', layout: 'guest', status: statusOf(refused) });
  }

  /** One opinion for each clause at which something was written, and one for the whole text. */
  private async replyFrom(visit: UnitVisit, body: Typed): Promise<Reply> {
    const { compilationId, obligationId } = scopeOf(visit);
    if (body.noOpinion === 'yes') return { noOpinion: true, opinions: [] };
    const labels = await this.page.labels(compilationId, obligationId);
    const opinions = [...labels].flatMap(([clauseId, clauseLabel]): Opinion[] => {
      const content = linesOf(body[`clause-${clauseId}`]);
      return content.trim() === '' ? [] : [{ clauseId, clauseLabel, content }];
    });
    const whole = linesOf(body.whole);
    if (whole.trim() !== '') opinions.unshift({ clauseId: null, clauseLabel: '全文', content: whole });
    return { noOpinion: false, opinions };
  }
}

/** Browsers send line ends as they like; the digest must not depend on it. */
const linesOf = (text = ''): string => text.replace(/\r\n?/g, '\n');

interface Opinion {
  clauseId: string | null;
  clauseLabel: string;
  content: string;
}
interface Reply {
  noOpinion: boolean;
  opinions: Opinion[];
}

/** The code confirms this very reply: after a change another one is needed. */
const purposeOf = (reply: Reply): CodePurpose => ({
  key: `reply:${sha256(canonicalJson(reply as never))}`,
  act: '提交',
});
