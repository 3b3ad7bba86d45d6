import { Injectable } from '@nestjs/common';
import { dateOf, formatDateTime, formatDay } from '../../calendar/index.js';
import { type OpinionFilter, OpinionsQuery, type OpinionView } from '../../consultation/index.js';
import { Clock, excerpt, type PostName } from '../../platform/index.js';
import { consultationPath } from './consultation-nav.js';
import { stateParts } from './landing-page.js';
import { OpinionClause } from './opinion-clause.js';
import { type FormRequest, OpinionForm } from './opinion-form.js';
import { historyOf } from './opinion-history.js';
import { inboxPath, workbenchPath } from './opinion-filter.js';
import { proposerText, RegisterNames } from './register-names.js';

const beforeShown = 3;
const afterShown = 9;
const likeShown = 3;

export type WorkbenchRequest = Omit<FormRequest, 'opinion'> & { opinionId: string };

/** The workbench: the queue, the opinion beside its clause, and what can be done to it. */
@Injectable()
export class WorkbenchPage {
  constructor(
    private readonly opinions: OpinionsQuery,
    private readonly names: RegisterNames,
    private readonly clause: OpinionClause,
    private readonly form: OpinionForm,
    private readonly clock: Clock,
  ) {}

  async view({ opinionId, ...request }: WorkbenchRequest): Promise<object> {
    const { compilationId, filter } = request;
    const now = this.clock.now();
    const opinion = await this.opinions.one(compilationId, opinionId);
    const { before, after } = await this.opinions.around(compilationId, filter, opinion, afterShown);
    const units = await this.names.units();
    const postName = await this.names.postName();
    const states = await this.opinions.states(compilationId);
    const link = (one: OpinionView | undefined) =>
      one === undefined ? null : workbenchPath(compilationId, one.id, filter);
    const shown = [...before.slice(-beforeShown), opinion, ...after];
    return {
      back: consultationPath(compilationId),
      states: stateParts(compilationId, states).map((part, index) => ({
        ...part,
        current: filter.state !== undefined && index === stateIndex(filter),
      })),
      total: states.total,
      matching: await this.opinions.count(compilationId, filter),
      inbox: inboxPath(compilationId, filter),
      queue: shown.map((one) => ({
        ...queueLine(one, opinion.id, link(one) ?? ''),
        day: formatDay(dateOf(one.receivedAt), now),
      })),
      previous: link(before.at(-1)),
      next: link(after[0]),
      opinion: opinionView(opinion, proposerText(opinion, units), postName),
      parts: opinion.parts.map((id, index) => ({
        name: `${opinion.number}-${index + 1}`,
        href: workbenchPath(compilationId, id),
      })),
      parent: opinion.parentId === null ? null : workbenchPath(compilationId, opinion.parentId),
      clause: await this.clause.view(compilationId, opinion),
      like: await this.likeDecisions(compilationId, opinion),
      history: historyOf(opinion, now, postName),
      form: await this.form.view({ ...request, opinion }),
    };
  }

  /** How opinions on the same clause were settled before, so that like cases are treated alike. */
  private async likeDecisions(compilationId: string, { id, clauseId }: OpinionView) {
    if (clauseId === null) return [];
    const settled = { clauseId, state: 'reviewed' };
    const { opinions } = await this.opinions.page(compilationId, settled, null, likeShown + 1);
    return opinions
      .filter((one) => one.id !== id)
      .slice(0, likeShown)
      .map((one) => ({
        number: one.number,
        href: workbenchPath(compilationId, one.id),
        disposition: one.disposition ?? '',
        reason: excerpt(one.reason === null || one.reason === '' ? one.content : one.reason, 36),
      }));
  }
}

const stateIndex = ({ state }: OpinionFilter): number =>
  ['received', 'assigned', 'disposed', 'reviewed'].indexOf(state ?? '');

const queueLine = (opinion: OpinionView, currentId: string, href: string) => ({
  number: opinion.number,
  channel: opinion.channel,
  content: excerpt(opinion.content, 48),
  like: opinion.groupId !== null,
  stateTitle: opinion.stateTitle,
  current: opinion.id === currentId,
  href,
});

const opinionView = (opinion: OpinionView, proposer: string, postName: PostName) => ({
  number: opinion.number,
  channel: opinion.channel,
  proposer,
  receivedAt: formatDateTime(opinion.receivedAt),
  late: opinion.late,
  stateTitle: opinion.stateTitle,
  state: opinion.state,
  handler: opinion.handler === null ? null : postName(opinion.handler, '承办岗位'),
  clauseLabel: opinion.clauseLabel,
  quotation: opinion.quotation,
  content: opinion.content,
});
