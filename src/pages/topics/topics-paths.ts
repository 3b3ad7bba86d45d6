import { areaPath } from '../frame/navigation.js';

export type TopicsPart = 'topics' | 'indicators' | 'visits';

const titles: Record<TopicsPart, string> = { topics: '研究课题', indicators: '指标', visits: '调研走访' };

export const topicsPath = (compilationId: string, part: TopicsPart = 'topics'): string => {
  const base = areaPath(compilationId, 'topics');
  return part === 'topics' ? base : `${base}/${part}`;
};

/** The three pages of the area, with the current one marked. */
export const subNav = (compilationId: string, current: TopicsPart) =>
  (Object.keys(titles) as TopicsPart[]).map((part) => ({
    label: titles[part],
    href: topicsPath(compilationId, part),
    current: part === current,
  }));
