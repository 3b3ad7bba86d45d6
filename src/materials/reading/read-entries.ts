import { type Paragraph, readHeading } from './headings.js';
import { type Section } from './read-parts.js';

/** One thing of a list that was written as text: its title, and what is said of it. */
export interface Entry {
  title: string;
  text: string;
}

const enumerated = /[一二三四五六七八九十]是([^；;。]+)[；;。]?/g;

/** The numbered headings under a part, or else what it enumerates in a sentence (一是…；二是…). */
export function readEntries(sections: readonly Section[]): Entry[] {
  const numbered = sections.flatMap(({ paragraphs }) => numberedEntries(paragraphs));
  if (numbered.length > 0) return numbered;
  const text = sections.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text)).join('\n');
  return [...text.matchAll(enumerated)].map(([, title]) => ({ title: title.trim(), text: '' }));
}

/** Only the highest rank makes entries: what is numbered below one is part of what is said of it. */
function numberedEntries(paragraphs: readonly Paragraph[]): Entry[] {
  const headings = paragraphs.map(readHeading);
  const rank = headings.reduce((least, heading) => Math.min(least, heading?.rank ?? Infinity), Infinity);
  const entries: Entry[] = [];
  paragraphs.forEach((paragraph, index) => {
    const heading = headings[index];
    const last = entries.at(-1);
    if (heading?.rank === rank) entries.push({ title: heading.title.trim(), text: heading.rest });
    else if (last !== undefined)
      last.text = last.text === '' ? paragraph.text : `${last.text}\n${paragraph.text}`;
  });
  return entries;
}

/** “责任单位：市科委” → 市科委; empty when nothing is labelled so. */
export function labelled(text: string, labels: string): string {
  return new RegExp(`(?:${labels})[：:]\\s*([^。\\n]+)`).exec(text)?.[1].trim() ?? '';
}

/** The sentence that says why: problem → cause → measure. */
export function causeIn(text: string): string {
  const sentences = text.split(/[。\n]/);
  return sentences.find((sentence) => /原因|由于|源于|症结/.test(sentence))?.trim() ?? '';
}
