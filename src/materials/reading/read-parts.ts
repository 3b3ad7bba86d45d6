import { type PartKey } from '../content/index.js';
import { type Heading, type Paragraph, partNamed, partsNamed, readHeading } from './headings.js';

export interface Section {
  title: string;
  paragraphs: Paragraph[];
}

export interface ReadParts {
  /** The paragraphs under each part that was found. */
  parts: Map<PartKey, Section[]>;
  /** The rank of the headings that begin the parts. */
  rank: number;
}

/**
 * Divides a document into the four parts by its headings. Units number and style in many ways, so the parts are
 * taken to begin at that rank of heading at which most of them are found; a heading of that rank that names no part
 * (五、其他) stays with the part before it, so that nothing written is dropped.
 */
export function readParts(paragraphs: readonly Paragraph[]): ReadParts {
  const headings = paragraphs.map(readHeading);
  const rank = rankOfParts(headings);
  const parts = new Map<PartKey, Section[]>();
  let current: Section | null = null;
  paragraphs.forEach((paragraph, index) => {
    const heading = headings[index];
    const part = heading?.rank === rank ? partNamed(heading.title) : null;
    if (heading === null || part === null) {
      current?.paragraphs.push(paragraph);
      return;
    }
    const rest = heading.rest === '' ? [] : [{ text: heading.rest, style: paragraph.style }];
    current = { title: heading.title, paragraphs: rest };
    const sections = parts.get(part);
    if (sections === undefined) parts.set(part, [current]);
    else sections.push(current);
  });
  return { parts, rank };
}

function rankOfParts(headings: readonly (Heading | null)[]): number {
  const found = new Map<number, Set<PartKey>>();
  for (const heading of headings) {
    const part = heading === null ? null : partNamed(heading.title);
    if (heading === null || part === null) continue;
    found.set(heading.rank, (found.get(heading.rank) ?? new Set()).add(part));
  }
  const ranks = [...found].sort(([a, partsA], [b, partsB]) => partsB.size - partsA.size || a - b);
  return ranks[0]?.[0] ?? 1;
}

export const textOf = (sections: readonly Section[]): string =>
  sections.flatMap((section) => section.paragraphs.map(({ text }) => text)).join('\n');

/** Titles that name several parts at once, whose text could not be told apart. */
export const combinedTitles = ({ parts }: ReadParts): string[] =>
  [...parts.values()]
    .flat()
    .map(({ title }) => title)
    .filter((title) => partsNamed(title.slice(title.lastIndexOf('的') + 1)).length > 1);
