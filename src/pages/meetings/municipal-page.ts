import { Injectable } from '@nestjs/common';
import { MeetingActsQuery, ReviewQuery } from '../../review/index.js';
import { ClauseChoices } from './clause-choices.js';
import { meetingsPath, subNav } from './meeting-words.js';
import { pointLine } from './point-view.js';

/** What the municipal government made of the packet it returned, point by point. */
@Injectable()
export class MunicipalPage {
  constructor(
    private readonly reviews: ReviewQuery,
    private readonly acts: MeetingActsQuery,
    private readonly clauses: ClauseChoices,
  ) {}

  async view(compilationId: string, mayAct: boolean): Promise<object> {
    const points = await this.reviews.points(compilationId, 'municipal');
    const reworking = await this.acts.municipalOpen(compilationId);
    const open = mayAct && reworking;
    const round = await this.acts.round(compilationId, 'municipal');
    const labels = await this.clauses.labels(compilationId);
    const unanswered = points.filter(({ answer }) => answer === null).length;
    return {
      subNav: subNav(compilationId, 'municipal'),
      base: meetingsPath(compilationId),
      sentence: sentenceOf(points.length, unanswered, reworking),
      open,
      clauses: open ? await this.clauses.frozen(compilationId) : [],
      working: open
        ? await this.clauses.changed(compilationId, await this.clauses.frozenId(compilationId))
        : [],
      points: points.map((point) => {
        const current = open && point.round === round;
        return pointLine(point, labels, { answer: current, amend: current });
      }),
    };
  }
}

function sentenceOf(total: number, unanswered: number, open: boolean): string {
  if (total === 0) return open ? '报批材料已退回，还没有登记退回意见。' : '市政府没有退回意见。';
  const rest = unanswered === 0 ? '都已落实' : `还有${unanswered}条没有落实`;
  return `市政府退回意见${total}条，${rest}。`;
}
