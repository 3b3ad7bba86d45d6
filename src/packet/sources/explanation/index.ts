import { type EntityManager } from 'typeorm';
import { type DraftVersion } from '../../../drafts/index.js';
import { type Instant, formatChineseNumeral } from '../../../platform/index.js';
import { ExplanationSection } from '../../explanation-section.entity.js';
import { explanationSections, type ExplanationKey } from '../../explanation-sections.js';
import { type PartSource } from '../../packet-parts.js';
import { heading, paragraphs, toBeWritten } from '../rows.js';

/** 编制说明: each section from what the ledger and the rows know, then what a person wrote or must still write. */
export async function explanationSource(
  tx: EntityManager,
  compilationId: string,
  draft: DraftVersion,
  asOf: Instant,
): ReturnType<PartSource> {
  const written = await writtenSections(tx, compilationId);
  const title = draft.title.replace(/[（(][^）)]*稿[）)]$/, '');
  const rows: object[] = [{ kind: 'title', text: `关于《${title}》的\n编制说明` }];
  for (const [index, section] of explanationSections.entries()) {
    rows.push(heading(1, `${formatChineseNumeral(index + 1)}、${section.title}`));
    const text = written.get(section.key);
    if (text !== undefined) rows.push(...paragraphs(text));
    else if (section.guidance !== '') rows.push(toBeWritten(section.guidance));
  }
  return { head: { title: `${title}编制说明` }, rows, tail: { landscape: false } };
}

async function writtenSections(
  tx: EntityManager,
  compilationId: string,
): Promise<Map<ExplanationKey, string>> {
  const texts = await tx.find(ExplanationSection, { where: { compilationId }, order: { id: 'ASC' } });
  return new Map(texts.map(({ section, text }) => [section as ExplanationKey, text]));
}
