import { Injectable } from '@nestjs/common';
import { DraftVersion, findClauses, formatMark, identified, wordingOf } from '../../drafts/index.js';
import { Database, NotFound } from '../../platform/index.js';

export interface PublicClause {
  clauseId: string;
  level: number;
  /** 二、（五） */
  label: string;
  /** （五）促进消费品提质升级 */
  heading: string;
  /** Whether the first passage goes on in the heading's line. */
  runIn: boolean;
  passages: string[];
  /** A chapter without words of its own is only a heading. */
  isHeadingOnly: boolean;
}

export interface PublicDraft {
  title: string;
  head: string[];
  foot: string[];
  clauses: PublicClause[];
  characters: number;
}

/** As many drafts as are ever consulted on side by side, and some. */
const kept = 20;

/** The consulted text. It is frozen, so what was read once is right for ever. */
@Injectable()
export class PublicDraftQuery {
  private readonly known = new Map<string, PublicDraft>();

  constructor(private readonly database: Database) {}

  async of(draftVersionId: string): Promise<PublicDraft> {
    const known = this.known.get(draftVersionId);
    if (known !== undefined) return known;
    const draft = await this.read(draftVersionId);
    const [oldest] = this.known.keys();
    if (this.known.size >= kept) this.known.delete(oldest);
    this.known.set(draftVersionId, draft);
    return draft;
  }

  private read(id: string): Promise<PublicDraft> {
    return this.database.read(async (reader) => {
      const version = await reader.findOneBy(DraftVersion, { id, state: 'frozen' });
      if (version === null) throw new NotFound('公开的文稿', id);
      const { title, head, foot } = version;
      const clauses = (await findClauses(reader, id)).map((row) => clauseView(identified(row)));
      const texts = [...head, ...clauses.flatMap(({ heading, passages }) => [heading, ...passages]), ...foot];
      const characters = texts.join('').replace(/\s/gu, '').length;
      return { title, head, foot, clauses, characters };
    });
  }
}

function clauseView(clause: ReturnType<typeof identified>): PublicClause {
  const { id: clauseId, level, label, kind, numberPath, title, titleStop, runIn } = clause;
  const mark = formatMark(kind, numberPath[numberPath.length - 1]);
  const [first = '', ...others] = wordingOf(clause);
  const headed = title !== '' || runIn;
  const begun = runIn ? first.slice((title + titleStop).length) : '';
  const passages = headed ? [...(begun === '' ? [] : [begun]), ...others] : wordingOf(clause);
  return {
    clauseId,
    level,
    label,
    heading: headed ? mark + title + titleStop : mark,
    runIn: runIn || !headed,
    passages,
    isHeadingOnly: passages.length === 0,
  };
}
