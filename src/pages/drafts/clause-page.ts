import { Injectable } from '@nestjs/common';
import { type OpinionView, OpinionsQuery } from '../../consultation/index.js';
import { compareTexts, DraftsQuery, type EditableClause } from '../../drafts/index.js';
import { listAcceptedSubmissions, VisitsQuery } from '../../materials/index.js';
import { Database, excerpt } from '../../platform/index.js';
import { areaPath } from '../frame/navigation.js';
import { draftsNav } from './drafts-nav.js';
import { SourceTitles, sourcesView } from './source-titles.js';

const opinionsShown = 20;

export interface ClauseRequest {
  compilationId: string;
  versionId: string;
  clauseId: string;
  /** The opinion for whose sake the clause is changed; null when none led here. */
  opinionId: string | null;
  mayEdit: boolean;
}

/** One clause: how it read in each version, what was said about it, what it came from, and its text to be changed. */
@Injectable()
export class ClausePage {
  constructor(
    private readonly drafts: DraftsQuery,
    private readonly opinions: OpinionsQuery,
    private readonly visits: VisitsQuery,
    private readonly titles: SourceTitles,
    private readonly database: Database,
  ) {}

  async view(request: ClauseRequest): Promise<object> {
    const { compilationId, versionId, clauseId, opinionId, mayEdit } = request;
    const { clauses } = await this.drafts.view(compilationId, versionId);
    const history = await this.drafts.history(compilationId, clauseId);
    const traces = clauses.find((clause) => clause.clauseId === clauseId)?.traces ?? [];
    const editable = mayEdit ? await this.drafts.editable(compilationId, clauseId) : null;
    const base = `${areaPath(compilationId, 'drafts')}/${versionId}`;
    const { opinions } = await this.opinions.page(compilationId, { clauseId }, null, opinionsShown);
    const last = history[history.length - 1];
    return {
      nav: draftsNav(compilationId, null),
      label: last.label,
      name: excerpt(last.wording[0] ?? '', 30),
      back: `${base}#c-${clauseId}`,
      edit: editable && editView(editable, base, opinionId),
      trace: editable && (await this.traceView(compilationId, base, editable)),
      sources: sourcesView(traces, await this.titles.of(traces)),
      opinion: opinionId === null ? null : await this.opinionView(compilationId, opinionId),
      opinions: opinions.map((opinion) => opinionLine(compilationId, opinion)),
      allOpinions: `${areaPath(compilationId, 'consultation')}/opinions?clauseId=${clauseId}`,
      history: historyView(history),
    };
  }

  private async opinionView(compilationId: string, opinionId: string) {
    const { number, content } = await this.opinions.one(compilationId, opinionId);
    return { number, content, href: opinionPath(compilationId, opinionId) };
  }

  /** What a clause may be traced to: accepted submissions and logged visits. */
  private async traceView(compilationId: string, base: string, { clauseId }: EditableClause) {
    const submissions = await this.database.read((reader) => listAcceptedSubmissions(reader, compilationId));
    const visits = await this.visits.list(compilationId);
    return {
      action: `${base}/clauses/${clauseId}/traces`,
      submissions: submissions.map(({ id, unitName }) => ({ value: id, title: unitName })),
      visits: visits.map(({ id, place, visitedOn }) => ({ value: id, title: `${visitedOn}　${place}` })),
    };
  }
}

export const opinionPath = (compilationId: string, opinionId: string): string =>
  `${areaPath(compilationId, 'consultation')}/opinions/${opinionId}`;

const editView = (clause: EditableClause, base: string, opinionId: string | null) => ({
  action: `${base}/clauses/${clause.clauseId}`,
  title: clause.title,
  text: clause.text,
  revision: clause.revision,
  opinionId: opinionId ?? '',
});

const opinionLine = (
  compilationId: string,
  { id, number, stateTitle, disposition, content }: OpinionView,
) => ({
  number,
  stateTitle,
  disposition,
  content: excerpt(content, 80),
  href: opinionPath(compilationId, id),
});

type History = Awaited<ReturnType<DraftsQuery['history']>>;

/** The newest first; each against the one before it, those that changed nothing left out. */
function historyView(history: History) {
  const texts = history.map(({ wording }) => wording.join('\n'));
  return history
    .map(({ version, revision, label }, index) => {
      const first = index === 0;
      const same = !first && texts[index] === texts[index - 1];
      const segments = first
        ? [{ kind: 'same', text: texts[0] }]
        : same
          ? []
          : compareTexts(texts[index - 1], texts[index]).map(({ kind, text }) => ({ kind, text }));
      return { name: `${version}第${revision}稿`, label, same, segments };
    })
    .reverse();
}
