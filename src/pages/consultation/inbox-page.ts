import { Injectable } from '@nestjs/common';
import { dateOf, formatDay } from '../../calendar/index.js';
import {
  channels,
  type OpinionFilter,
  OpinionsQuery,
  type OpinionView,
  type RegisterPlace,
  wholeText,
} from '../../consultation/index.js';
import { type ClauseView, DraftsQuery } from '../../drafts/index.js';
import { Clock, excerpt, type PostName } from '../../platform/index.js';
import { dispositions } from '../../../workflows/index.js';
import { consultationNav, consultationPath } from './consultation-nav.js';
import { stateParts } from './landing-page.js';
import { filterText, inboxPath, opinionStates, placeText, workbenchPath } from './opinion-filter.js';
import { proposerText, RegisterNames, selectedIn, selectedPost } from './register-names.js';

export interface InboxRequest {
  compilationId: string;
  filter: OpinionFilter;
  after: RegisterPlace | null;
  size: number;
  mayAct: boolean;
  mayReview: boolean;
}

/** The register as a list: filtered, paged by key, with what can be done to several at once. */
@Injectable()
export class InboxPage {
  constructor(
    private readonly opinions: OpinionsQuery,
    private readonly drafts: DraftsQuery,
    private readonly names: RegisterNames,
    private readonly clock: Clock,
  ) {}

  /** What is said after opinions were assigned. */
  async assigned(count: number, handler: string): Promise<string> {
    const postName = await this.names.postName();
    return `已将${count}件意见分派给${postName(handler, '承办岗位')}。`;
  }

  async view({ compilationId, filter, after, size, mayAct, mayReview }: InboxRequest): Promise<object> {
    const { opinions, next } = await this.opinions.page(compilationId, filter, after, size);
    const matching = await this.opinions.count(compilationId, filter);
    const states = await this.opinions.states(compilationId);
    const units = await this.names.units();
    const postName = await this.names.postName();
    const handlers = await this.names.handlers(compilationId);
    const clauses = await workingClauses(this.drafts, compilationId);
    const base = consultationPath(compilationId);
    return {
      nav: consultationNav(compilationId, 'opinions', mayAct),
      sentence: sentenceOf(matching, states.total, filter),
      states: stateParts(compilationId, states),
      total: states.total,
      choices: {
        states: opinionStates.map(({ state, title }) => {
          return { state, title, selected: state === filter.state };
        }),
        dispositions: selectedIn(dispositions, filter.disposition),
        channels: selectedIn(channels, filter.channel),
        handlers: selectedPost(handlers, filter.handler),
        units: [...units].map(([id, name]) => ({ id, name, selected: id === filter.unitId })),
        onTime: filter.late === false,
        late: filter.late === true,
      },
      clauseId: filter.clauseId ?? '',
      groupId: filter.groupId ?? '',
      narrowed: narrowedBy(filter, opinions),
      sizes: [50, 200, 500].map((count) => ({ count, selected: count === size })),
      path: inboxPath(compilationId),
      queue: filterText(filter),
      rows: opinions.map((opinion) => ({
        ...rowOf(compilationId, opinion, filter, { units, postName }),
        receivedOn: formatDay(dateOf(opinion.receivedAt), this.clock.now()),
      })),
      first: after === null,
      start: inboxPath(compilationId, filter),
      next: next === null ? null : nextPath(compilationId, filter, next, size),
      bulk: mayAct || mayReview ? `${base}/bulk` : null,
      mayAct,
      mayReview,
      clauses,
    };
  }
}

function sentenceOf(matching: number, total: number, filter: OpinionFilter): string {
  if (total === 0) return '还没有收到意见。';
  return filterText(filter) === ''
    ? `登记簿共有意见${total}件。`
    : `登记簿共有意见${total}件，符合所选条件的${matching}件。`;
}

/** A clause or a group is chosen by following a link; it is said in words here. */
function narrowedBy(filter: OpinionFilter, opinions: readonly OpinionView[]): string | null {
  const [first] = opinions;
  if (filter.groupId !== undefined) return `同类意见${first === undefined ? '' : `（${first.number}等）`}`;
  if (filter.clauseId !== undefined) return `针对${first?.clauseLabel ?? '所选条款'}的意见`;
  return null;
}

function nextPath(compilationId: string, filter: OpinionFilter, next: RegisterPlace, size: number): string {
  const fields = new URLSearchParams(filterText(filter));
  fields.set('after', placeText(next));
  fields.set('size', String(size));
  return `${inboxPath(compilationId)}?${fields.toString()}`;
}

function rowOf(
  compilationId: string,
  opinion: OpinionView,
  filter: OpinionFilter,
  { units, postName }: { units: ReadonlyMap<string, string>; postName: PostName },
) {
  const { id, number, clauseLabel, content, channel, late, handler, state } = opinion;
  return {
    id,
    number,
    href: workbenchPath(compilationId, id, filter),
    clause: clauseLabel ?? wholeText,
    content: excerpt(content, 60),
    proposer: proposerText(opinion, units),
    channel,
    late,
    handler: handler === null ? null : postName(handler, '承办岗位'),
    stateTitle: opinion.stateTitle,
    settled: state === 'reviewed',
    disposition: opinion.disposition,
    returned: opinion.returnReason !== null && state === 'assigned',
    group: opinion.groupId === null ? null : inboxPath(compilationId, { groupId: opinion.groupId }),
  };
}

/** Clauses of the working revision: what an adopted opinion may be said to have changed. */
export async function workingClauses(drafts: DraftsQuery, compilationId: string) {
  const working = (await drafts.versions(compilationId)).find(({ state }) => state === 'working');
  if (working === undefined) return [];
  const { clauses } = await drafts.view(compilationId, working.id);
  return clauses.map(({ clauseId, label, title, wording }: ClauseView) => ({
    id: clauseId,
    title: `${label}　${excerpt(title === '' ? (wording[0] ?? '') : title, 24)}`,
  }));
}
