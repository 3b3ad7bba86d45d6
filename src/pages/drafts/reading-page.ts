import { Injectable } from '@nestjs/common';
import { formatDateTime } from '../../calendar/index.js';
import { OpinionTalliesQuery } from '../../consultation/index.js';
import { type ClauseView, DraftsQuery, type DraftView } from '../../drafts/index.js';
import { areaPath } from '../frame/navigation.js';
import { clauseText } from './clause-text.js';
import { draftsNav } from './drafts-nav.js';
import { SourceTitles, sourcesView } from './source-titles.js';
import { originWords, revisionName, stateWords } from './version-names.js';

/** A version to be read, with what was said about each clause and what it came from in the margin. */
@Injectable()
export class ReadingPage {
  constructor(
    private readonly drafts: DraftsQuery,
    private readonly tallies: OpinionTalliesQuery,
    private readonly titles: SourceTitles,
  ) {}

  async view(compilationId: string, versionId: string, mayEdit: boolean): Promise<object> {
    const draft = await this.drafts.view(compilationId, versionId);
    const tallies = await this.tallies.byClause(compilationId);
    const opinions = new Map(tallies.map((tally) => [tally.clauseId, tally]));
    const titles = await this.titles.of(draft.clauses.flatMap(({ traces }) => traces));
    const base = areaPath(compilationId, 'drafts');
    const inbox = `${areaPath(compilationId, 'consultation')}/opinions`;
    const { version, clauses } = draft;
    const working = version.state === 'working';
    const shown = clauses.map((clause) => ({
      ...clauseText(clause, clauses),
      clauseId: clause.clauseId,
      page: `${base}/${versionId}/clauses/${clause.clauseId}`,
      opinions: tallyView(opinions.get(clause.clauseId), inbox),
      sources: sourcesView(clause.traces, titles),
    }));
    return {
      nav: draftsNav(compilationId, null),
      name: revisionName(version),
      sentence: sentenceOf(draft, shown.filter((clause) => clause.opinions !== null).length),
      ...versionFacts(draft),
      clauses: shown,
      editable: working && mayEdit,
      confirm: confirmView(draft, mayEdit, `${base}/confirm`),
      comparePath: `${base}/compare?later=${versionId}`,
    };
  }
}

function tallyView(tally: { clauseId: string; total: number; open: number } | undefined, inbox: string) {
  if (tally === undefined) return null;
  const { clauseId, total, open } = tally;
  return { total, open, settled: total - open, href: `${inbox}?clauseId=${clauseId}` };
}

function sentenceOf({ version, clauses }: DraftView, discussed: number): string {
  const untraced = clauses.filter(isUntraced).length;
  const said = discussed === 0 ? '' : `，其中${discussed}条收到过意见`;
  const sources = untraced === 0 ? '' : `，${untraced}条尚未注明来源`;
  return `${revisionName(version)}共${clauses.length}条${said}${sources}。`;
}

/** Chapters only gather; what they hold is what came from somewhere. */
const isUntraced = ({ level, traces }: ClauseView): boolean => level === 2 && traces.length === 0;

function versionFacts({ version, shortNames }: DraftView) {
  const { title, head, foot, state, origin, createdAt, frozenAt, digest } = version;
  return {
    title,
    head,
    foot,
    state: stateWords[state],
    origin: originWords[origin],
    createdAt: formatDateTime(createdAt),
    frozenAt: frozenAt === null ? null : formatDateTime(frozenAt),
    digest,
    faults: shortNames.map(({ message }) => ({ message })),
  };
}

/** A person confirms the split, or says why nothing was changed; both stand in the ledger. */
function confirmView({ version }: DraftView, mayEdit: boolean, action: string) {
  if (version.state !== 'working' || !mayEdit) return null;
  const { id, doubts, findings, confirmedAt, unchangedReason } = version;
  return {
    action,
    draftVersionId: id,
    doubts,
    findings: findings ?? [],
    confirmedAt: confirmedAt === null ? null : formatDateTime(confirmedAt),
    unchangedReason: unchangedReason ?? '',
  };
}
