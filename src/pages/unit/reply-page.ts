import { Injectable } from '@nestjs/common';
import { NoticeQuery } from '../../consultation/index.js';
import { DraftsQuery } from '../../drafts/index.js';
import { clauseLines } from './clause-lines.js';
import { UnitHeads } from './unit-head.js';

/** A unit's page for the written consultation: the draft by clause, with room for an opinion at each. */
@Injectable()
export class ReplyPage {
  constructor(
    private readonly heads: UnitHeads,
    private readonly notices: NoticeQuery,
    private readonly drafts: DraftsQuery,
  ) {}

  /** @param typed what was already written, by the name of its field */
  async view(
    compilationId: string,
    obligationId: string,
    typed: Record<string, string> = {},
  ): Promise<object> {
    const { row, view } = await this.heads.of(compilationId, obligationId);
    const notice = (await this.notices.list(compilationId)).find(({ round }) => round === row.round);
    const draftVersionId = notice?.draftVersionId ?? null;
    const clauses = draftVersionId === null ? [] : await this.clauses(compilationId, draftVersionId);
    return {
      head: view,
      sentence: `${row.unitName}：请对征求意见稿提出意见，没有意见的也请回复。`,
      notice: notice === undefined ? null : { title: notice.title, explanation: notice.explanation },
      clauses: clauses.map((clause) => ({ ...clause, typed: typed[`clause-${clause.clauseId}`] ?? '' })),
      whole: typed.whole ?? '',
    };
  }

  private async clauses(compilationId: string, draftVersionId: string) {
    return clauseLines(await this.drafts.view(compilationId, draftVersionId));
  }

  /** The clause ids of the draft that is consulted on, with how they are called. */
  async labels(compilationId: string, obligationId: string): Promise<Map<string, string>> {
    const { row } = await this.heads.of(compilationId, obligationId);
    const notice = (await this.notices.list(compilationId)).find(({ round }) => round === row.round);
    if (notice?.draftVersionId == null) return new Map();
    const lines = await this.clauses(compilationId, notice.draftVersionId);
    return new Map(lines.map(({ clauseId, name }) => [clauseId, name]));
  }
}
