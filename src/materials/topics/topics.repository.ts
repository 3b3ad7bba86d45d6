import { type EntityManager } from 'typeorm';
import { type TopicTitles } from '../content/index.js';
import { ResearchTopic } from './research-topic.entity.js';

/** The catalogue in its order. */
export const findTopics = (reader: EntityManager, compilationId: string): Promise<ResearchTopic[]> =>
  reader.find(ResearchTopic, { where: { compilationId }, order: { number: 'ASC' } });

export async function topicTitles(reader: EntityManager, compilationId: string): Promise<TopicTitles> {
  const topics = await findTopics(reader, compilationId);
  return new Map(topics.map(({ number, title }) => [number, title]));
}
