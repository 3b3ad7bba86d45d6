import { type PartKey, partTitles } from '../content/index.js';
import { type Findings, quote } from './findings.js';
import { type Heading, type Paragraph, partHinted, partNamed, partsNamed, readHeading } from './headings.js';

export interface Section {
  title: string;
  paragraphs: Paragraph[];
}

export type Parts = ReadonlyMap<PartKey, Section[]>;

/**
 * Divides a document into the four parts by its headings. Units number and style in many ways, so the parts are
 * taken to begin at that rank of heading at which most of them are found; a heading of that rank that names no part
 * (五、其他) stays with the part before it, so that nothing written is dropped, and is told.
 */
export function readParts(paragraphs: readonly Paragraph[], findings: Findings): Parts {
  const headings = paragraphs.map(readNamed);
  const rank = rankOfParts(headings);
  const parts = new Map<PartKey, Section[]>();
  let current: OpenSection | null = null;
  paragraphs.forEach((paragraph, index) => {
    const heading = headings[index];
    const place = placeOf(paragraph, index);
    const part = heading === null ? null : partBegun(heading, rank, current, place, findings);
    if (heading === null || part === null) {
      if (current === null) findings.leaveOut(place, `“${quote(paragraph.text)}”（在第一个部分的标题之前）`);
      current?.section.paragraphs.push(paragraph);
      return;
    }
    const rest = heading.rest === '' ? [] : [{ ...paragraph, text: heading.rest, level: undefined }];
    const among: PartKey[] = heading.rank === rank ? partsIn(heading.title) : (current?.among ?? []);
    current = {
      part,
      place,
      among,
      section: { title: heading.title, paragraphs: rest },
      apart: heading.rank !== rank,
    };
    const sections = parts.get(part);
    if (sections === undefined) parts.set(part, [current.section]);
    else sections.push(current.section);
    if (heading.rank === rank && among.length > 1)
      findings.doubt(place, `标题“${heading.title}”包含不止一个部分，请核对划分`);
  });
  return parts;
}

interface OpenSection {
  part: PartKey;
  place: string;
  /** The parts that the title names together; headings below it may tell them apart. */
  among: PartKey[];
  section: Section;
  apart: boolean;
}

/** The part that begins at a heading, if one does. */
function partBegun(
  heading: NamedHeading,
  rank: number,
  current: OpenSection | null,
  place: string,
  findings: Findings,
): PartKey | null {
  const { named } = heading;
  if (heading.rank !== rank) {
    // 一、现状与问题 with （一）现状 and （二）问题 below it.
    const divides = heading.rank > rank && named !== null && current !== null && current.among.length > 1;
    return divides && current.among.includes(named) ? named : null;
  }
  if (named !== null) return named;
  const hinted = partHinted(heading.title);
  const kept = hinted ?? current?.part;
  if (kept !== undefined)
    findings.doubt(
      place,
      `标题“${quote(heading.title)}”没有写明是哪一部分，归入“${partTitles[kept]}”，请核对`,
    );
  return hinted;
}

export const placeOf = (paragraph: Paragraph, index: number): string => paragraph.place ?? `第${index + 1}段`;

interface NamedHeading extends Heading {
  named: PartKey | null;
}

function readNamed(paragraph: Paragraph): NamedHeading | null {
  const heading = readHeading(paragraph);
  return heading && { ...heading, named: partNamed(heading.title) };
}

function rankOfParts(headings: readonly (NamedHeading | null)[]): number {
  const found = new Map<number, Set<PartKey>>();
  for (const heading of headings) {
    if (heading === null || heading.named === null) continue;
    found.set(heading.rank, (found.get(heading.rank) ?? new Set()).add(heading.named));
  }
  const ranks = [...found].sort(([a, partsA], [b, partsB]) => partsB.size - partsA.size || a - b);
  return ranks[0]?.[0] ?? 1;
}

export const textOf = (sections: readonly Section[]): string =>
  sections.flatMap((section) => section.paragraphs.map(({ text }) => text)).join('\n');

const partsIn = (title: string): PartKey[] => partsNamed(title.slice(title.lastIndexOf('的') + 1));
