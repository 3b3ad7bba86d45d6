import { Injectable } from '@nestjs/common';
import {
  AdoptionsQuery,
  changesText,
  changeWords,
  type OpinionFilter,
  OpinionsQuery,
  type OpinionView,
} from '../../consultation/index.js';
import { DraftsQuery } from '../../drafts/index.js';
import { excerpt } from '../../platform/index.js';
import { type Disposition, dispositions } from '../../../workflows/index.js';
import { areaPath } from '../frame/navigation.js';
import { workingClauses } from './inbox-page.js';
import { filterText, inboxPath, workbenchPath } from './opinion-filter.js';
import { reasonSnippets } from './reason-snippets.js';
import { RegisterNames, selectedPost } from './register-names.js';

const needs: Record<(typeof dispositions)[number], string> = {
  采纳: '须选修改的条款，理由可不填',
  部分采纳: '须填理由、选修改的条款',
  不采纳: '须填理由',
  已有体现: '须填理由，写明条款',
  留作研究: '须填理由',
};
const membersShown = 5;
/** As many as one act disposes of. */
export const mostTogether = 500;

export interface FormRequest {
  compilationId: string;
  opinion: OpinionView;
  filter: OpinionFilter;
  /** Who looks at the page, as the register knows them. */
  me: string;
  /** The clause just changed for its sake. */
  changed: string | undefined;
  mayAct: boolean;
  mayReview: boolean;
}

/** What can be done to an opinion where it stands now. */
@Injectable()
export class OpinionForm {
  constructor(
    private readonly opinions: OpinionsQuery,
    private readonly drafts: DraftsQuery,
    private readonly names: RegisterNames,
    private readonly adoptions: AdoptionsQuery,
  ) {}

  async view(request: FormRequest): Promise<object> {
    const { compilationId, opinion, filter, me, mayAct, mayReview } = request;
    const { id, state, disposition, reason, disposedBy } = opinion;
    const handlers = await this.names.handlers(compilationId);
    const undisposed = ['received', 'assigned'].includes(state);
    return {
      action: workbenchPath(compilationId, id),
      queue: filterText(filter),
      revision: opinion.revision,
      assign:
        mayAct && undisposed
          ? { handlers: selectedPost(handlers, opinion.handler ?? me), first: state === 'received' }
          : null,
      dispose: mayAct && state === 'assigned' ? await this.disposeView(request) : null,
      group: await this.groupView(compilationId, opinion),
      decision:
        disposition === null || undisposed
          ? null
          : {
              disposition,
              reason: reason === null || reason === '' ? null : reason,
              changed: await this.changedView(request),
              by: (await this.names.postName())(disposedBy, '承办岗位'),
            },
      review: state === 'disposed' && mayReview ? { own: disposedBy === me } : null,
      reopen: state === 'reviewed' && mayAct,
      split: mayAct && undisposed ? { content: opinion.content } : null,
      correct: mayAct && undisposed && !['网上', '书面复函'].includes(opinion.channel),
      erase: mayAct && opinion.erasedAt === null && opinion.unitId === null,
      returned: state === 'assigned' ? opinion.returnReason : null,
    };
  }

  /** What was decided before, if it was returned, is there to be corrected. */
  private async disposeView({ compilationId, opinion, changed }: FormRequest) {
    const clauses = await workingClauses(this.drafts, compilationId);
    const chosen = changed ?? opinion.changedClauseId ?? opinion.clauseId;
    const here = clauses.find((clause) => clause.id === chosen);
    // Adopting changes a clause; without a draft that can be changed there is none to choose.
    const blocked = (name: Disposition) => clauses.length === 0 && changesText(name);
    return {
      choices: dispositions.map((name, index) => ({
        name,
        key: index + 1,
        hint: needs[name],
        blocked: blocked(name),
        checked: name === opinion.disposition && !blocked(name),
      })),
      reason: opinion.reason ?? '',
      snippets: reasonSnippets,
      clauses: clauses.map(({ id, title }) => ({ id, title, selected: id === here?.id })),
      editable: clauses.length > 0,
      edit: here === undefined ? null : await this.editPath(compilationId, here.id, opinion.id),
    };
  }

  private async editPath(compilationId: string, clauseId: string, opinionId: string): Promise<string | null> {
    const clause = await this.drafts.editable(compilationId, clauseId);
    if (clause === null) return null;
    const { draftVersionId } = clause;
    return `${areaPath(compilationId, 'drafts')}/${draftVersionId}/clauses/${clauseId}?opinion=${opinionId}`;
  }

  /** What became of the clause that an adopted opinion names, as the gate weighs it. */
  private async changedView({ compilationId, opinion, mayAct }: FormRequest) {
    const outcome = await this.adoptions.outcome(compilationId, opinion);
    if (outcome === null) return null;
    const { unchangedReason, changedClauseId, id } = opinion;
    const stayed = !outcome.changed;
    return {
      label: (outcome.after ?? outcome.before)?.label ?? '',
      text: changeWords(outcome, unchangedReason),
      unchanged: stayed && unchangedReason === null,
      confirm: stayed && mayAct ? { reason: unchangedReason ?? '' } : null,
      edit: stayed && mayAct ? await this.editPath(compilationId, changedClauseId ?? '', id) : null,
    };
  }

  /** Like opinions; those that wait for a disposition may be disposed of together. */
  private async groupView(compilationId: string, { id, groupId }: OpinionView) {
    if (groupId === null) return null;
    const all = await this.opinions.count(compilationId, { groupId });
    const waiting = await this.opinions.count(compilationId, { groupId, state: 'assigned' });
    const { opinions } = await this.opinions.page(compilationId, { groupId }, null, membersShown + 1);
    const members = opinions.filter((opinion) => opinion.id !== id).slice(0, membersShown);
    return {
      all,
      waiting: Math.min(waiting, mostTogether),
      others: all - 1,
      inbox: inboxPath(compilationId, { groupId }),
      members: members.map(({ id: memberId, number, content, stateTitle }) => ({
        number,
        stateTitle,
        content: excerpt(content, 40),
        href: workbenchPath(compilationId, memberId, { groupId }),
      })),
    };
  }
}
