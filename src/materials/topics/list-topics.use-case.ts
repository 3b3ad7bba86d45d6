import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../../engine/index.js';
import { type Actor, insertRows, lineInput, parseInput, Refusal, textInput } from '../../platform/index.js';
import { ResearchTopic } from './research-topic.entity.js';
import { findTopics } from './topics.repository.js';

export const listTopicsSchema = z
  .array(
    z.object({
      number: z.int().min(1).max(1000, { error: '序号不得超过1000' }),
      title: lineInput(),
      scope: textInput(2000).default(''),
    }),
  )
  .refine((topics) => new Set(topics.map(({ number }) => number)).size === topics.length, {
    error: '课题序号重复',
  });

class TopicNumberTaken extends Refusal {
  constructor(number: number, title: string, next: number) {
    super(
      'topic-number-taken',
      `第${number}项在目录中已是“${title}”，没有改动，您所填的没有列入；请改用第${next}项。`,
      409,
    );
  }
}

/** Puts the annexed catalogue of research topics on file; numbers that are there already stay as they are. */
@Injectable()
export class ListTopicsUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `[{number, title, scope}]` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const topics = parseInput(listTopicsSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'topic.listed' }, async (act) => {
      const known = new Set((await findTopics(act.tx, compilationId)).map(({ number }) => number));
      const fresh = topics.filter(({ number }) => !known.has(number));
      await insertRows(
        act.tx,
        ResearchTopic,
        fresh.map((topic) => ({ ...topic, id: act.ids.next(), compilationId })),
      );
      act.note({ topics: fresh.map(({ number }) => number) });
    });
  }

  /** One more topic, under a number of its own. @param input `{number, title, scope?}` @throws TopicNumberTaken */
  async add(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const [topic] = parseInput(listTopicsSchema, [input]);
    return this.acts.perform({ compilationId, actor, type: 'topic.listed' }, async (act) => {
      const known = await findTopics(act.tx, compilationId);
      const taken = known.find(({ number }) => number === topic.number);
      const next = Math.max(0, ...known.map(({ number }) => number)) + 1;
      if (taken !== undefined) throw new TopicNumberTaken(topic.number, taken.title, next);
      await insertRows(act.tx, ResearchTopic, [{ ...topic, id: act.ids.next(), compilationId }]);
      act.note({ topics: [topic.number] });
    });
  }
}
