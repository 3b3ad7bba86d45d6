import { Injectable } from '@nestjs/common';
import { formatDateTime, formatDateWithWeekday } from '../../calendar/index.js';
import { type ClauseView, DraftsQuery } from '../../drafts/index.js';
import { type ResearchVisit, type VisitKind, VisitsQuery, visitKindTitles } from '../../materials/index.js';
import { NotFound } from '../../platform/index.js';
import { PartyNames } from '../words/party-names.js';
import { subNav, topicsPath } from './topics-paths.js';

/** The research visits with the clauses that use them, ready to print. */
@Injectable()
export class VisitsPage {
  constructor(
    private readonly visits: VisitsQuery,
    private readonly drafts: DraftsQuery,
    private readonly parties: PartyNames,
  ) {}

  async view(compilationId: string) {
    const visits = await this.visits.list(compilationId);
    const titleOf = await this.parties.titles();
    const labels = new Map(
      (await this.clauses(compilationId)).map(({ clauseId, label }) => [clauseId, label]),
    );
    const counts = (Object.keys(visitKindTitles) as VisitKind[]).map((kind) => ({
      title: visitKindTitles[kind],
      count: visits.filter((visit) => visit.kind === kind).length,
    }));
    return {
      nav: subNav(compilationId, 'visits'),
      sentence: sentenceOf(visits.length, counts),
      visits: visits.map((visit) => ({
        ...visitView(visit, titleOf),
        usedIn: visit.usedIn.map((id) => labels.get(id) ?? '已不在文稿中的条款'),
        href: `${topicsPath(compilationId, 'visits')}/${visit.id}`,
      })),
      action: topicsPath(compilationId, 'visits'),
    };
  }

  async one(compilationId: string, visitId: string) {
    const visit = (await this.visits.list(compilationId)).find(({ id }) => id === visitId);
    if (visit === undefined) throw new NotFound('调研走访', visitId);
    const used = new Set(visit.usedIn);
    const clauses = await this.clauses(compilationId);
    return {
      nav: subNav(compilationId, 'visits'),
      ...visitView(visit, await this.parties.titles()),
      revision: visit.revision,
      visitedOn: visit.visitedOn,
      kinds: (Object.keys(visitKindTitles) as VisitKind[]).map((value) => ({
        value,
        title: visitKindTitles[value],
        chosen: value === visit.kind,
      })),
      used: used.size,
      clauses: clauses.map(({ clauseId, label, title, wording }) => ({
        ...{ id: clauseId, label, title },
        excerpt: wording.join('').slice(0, 60),
        checked: used.has(clauseId),
      })),
      action: `${topicsPath(compilationId, 'visits')}/${visitId}`,
      back: topicsPath(compilationId, 'visits'),
    };
  }

  /** Of the latest text there is; clauses keep their ids from version to version. */
  private async clauses(compilationId: string): Promise<ClauseView[]> {
    const latest = (await this.drafts.versions(compilationId)).at(-1);
    return latest === undefined ? [] : (await this.drafts.view(compilationId, latest.id)).clauses;
  }
}

function sentenceOf(total: number, counts: { title: string; count: number }[]): string {
  if (total === 0) return '还没有登记调研走访；形成征求意见稿以前，行业、区域、企业都应走访。';
  const parts = counts.map(({ title, count }) => `${title}${count}次`).join('，');
  const missing = counts.filter(({ count }) => count === 0).map(({ title }) => title);
  const open = missing.length === 0 ? '' : `；${missing.join('、')}尚未走访`;
  return `已登记调研走访${total}次：${parts}${open}。`;
}

const visitView = (
  { kind, place, visitedOn, hosts, findings, loggedAt, loggedBy }: ResearchVisit,
  titleOf: (actor: string) => string,
) => ({
  kind: visitKindTitles[kind],
  ...{ place, findings },
  hosts: [...hosts],
  on: formatDateWithWeekday(visitedOn),
  logged: `${formatDateTime(loggedAt)}，${titleOf(loggedBy)}`,
});
