import { Injectable } from '@nestjs/common';
import { type OpinionView } from '../../consultation/index.js';
import { type ClauseView, DraftsQuery } from '../../drafts/index.js';
import { areaPath } from '../frame/navigation.js';
import { clauseText } from '../drafts/clause-text.js';
import { SourceTitles, sourcesView } from '../drafts/source-titles.js';

interface Piece {
  text: string;
  quoted: boolean;
}

/** The clause an opinion speaks of, as it read in the version that was consulted on. */
@Injectable()
export class OpinionClause {
  constructor(
    private readonly drafts: DraftsQuery,
    private readonly titles: SourceTitles,
  ) {}

  /** Null when it speaks of the whole text, or of a clause that the version does not have. */
  async view(compilationId: string, opinion: OpinionView): Promise<object | null> {
    const { draftVersionId, clauseId, quotation } = opinion;
    if (draftVersionId === null || clauseId === null) return null;
    const { version, clauses } = await this.drafts.view(compilationId, draftVersionId);
    const index = clauses.findIndex((clause) => clause.clauseId === clauseId);
    if (index < 0) return null;
    const clause = clauses[index];
    const { heading, passages, mark } = clauseText(clause, clauses);
    const lines = heading === null ? passages.map((line, at) => (at === 0 ? mark + line : line)) : passages;
    return {
      version: version.name,
      label: clause.label,
      above: aboveOf(clause, clauses),
      heading: heading === null ? null : mark + heading,
      passages: lines.map((line) => ({ pieces: piecesOf(line, quotation) })),
      before: neighbour(clauses[index - 1], clauses),
      after: neighbour(clauses[index + 1], clauses),
      whole: `${areaPath(compilationId, 'drafts')}/${draftVersionId}#c-${clauseId}`,
      sources: sourcesView(clause.traces, await this.titles.of(clause.traces)),
    };
  }
}

/** The headings it stands below, from the chapter down. */
function aboveOf(clause: ClauseView, clauses: readonly ClauseView[]): string {
  const parent = clauses.find(({ clauseId }) => clauseId === clause.parentClauseId);
  if (parent === undefined) return '';
  const { mark } = clauseText(parent, clauses);
  return `${aboveOf(parent, clauses)}${mark}${parent.title}　`;
}

function neighbour(clause: ClauseView | undefined, clauses: readonly ClauseView[]): string | null {
  if (clause === undefined) return null;
  const { mark, heading, passages } = clauseText(clause, clauses);
  return `${mark}${heading ?? passages[0] ?? ''}`;
}

/** The passage with the words that the opinion quotes marked. */
function piecesOf(line: string, quotation: string | null): Piece[] {
  const at = quotation === null || quotation === '' ? -1 : line.indexOf(quotation);
  if (quotation === null || at < 0) return [{ text: line, quoted: false }];
  return [
    { text: line.slice(0, at), quoted: false },
    { text: quotation, quoted: true },
    { text: line.slice(at + quotation.length), quoted: false },
  ].filter(({ text }) => text !== '');
}
