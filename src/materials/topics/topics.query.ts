import { Injectable } from '@nestjs/common';
import { type Unit } from '../../directory/index.js';
import { type ObligationState } from '../../obligations/index.js';
import { Database } from '../../platform/index.js';
import { findStanding, withContent } from '../submissions/standing-submissions.js';
import { findTopics } from './topics.repository.js';

export interface TopicChoice {
  unitId: string;
  unitName: string;
  /** 自拟题目; may be empty while it is being written. */
  title: string;
  state: ObligationState;
}

export interface TopicRow {
  number: number;
  title: string;
  scope: string;
  chosenBy: TopicChoice[];
}

export interface TopicsView {
  topics: TopicRow[];
  /** 目录外 */
  outside: TopicChoice[];
  /** Numbers of the topics nobody chose. */
  uncovered: number[];
}

const choosing: ObligationState[] = ['owed', 'drafting', 'submitted', 'returned', 'accepted'];

/** Which institute works on which topic, and what nobody works on (通知三、（三）). */
@Injectable()
export class TopicsQuery {
  constructor(private readonly database: Database) {}

  overview(compilationId: string): Promise<TopicsView> {
    return this.database.read(async (reader) => {
      const topics = (await findTopics(reader, compilationId)).map((topic): TopicRow => {
        const { number, title, scope } = topic;
        return { number, title, scope, chosenBy: [] };
      });
      const outside: TopicChoice[] = [];
      const reports = (await findStanding(reader, compilationId, { states: choosing })).filter(
        ({ unit }) => unit.category === 'institute',
      );
      for await (const { unit, state, submission } of withContent(reader, reports)) {
        const { topic, title } = submission.content;
        const choices =
          topic === 'outside' ? outside : topics.find(({ number }) => number === topic)?.chosenBy;
        choices?.push(choiceOf(unit, title, state));
      }
      const uncovered = topics.filter(({ chosenBy }) => chosenBy.length === 0).map(({ number }) => number);
      return { topics, outside, uncovered };
    });
  }
}

const choiceOf = (unit: Unit, title: string, state: ObligationState): TopicChoice => ({
  unitId: unit.id,
  unitName: unit.shortName,
  title,
  state,
});
