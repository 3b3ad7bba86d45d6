import { formatChineseNumeral } from '../../../platform/index.js';
import { type ExplanationSection } from '../../explanation-section.entity.js';
import { type PacketPass } from '../../packet-pass.entity.js';
import { isUnwritten, passesOf, sectionPlace, writtenSections } from '../../unfinished.js';
import { explanationSections, type ExplanationKey } from '../../explanation-sections.js';
import { type PartSource } from '../../packet-parts.js';
import { heading, note, paragraph, paragraphs, type Row, toBeWritten } from '../rows.js';
import { alignment, background, basis, evaluation } from './background.js';
import { consultation } from './consultation.js';
import { disagreements } from './disagreements.js';
import { assessments, attachments, legality } from './formalities.js';
import { course } from './course.js';
import { indicators } from './indicators.js';
import { experts, plenary } from './review.js';
import { dayText, type ExplanationScope, passWords, type Section } from './section.js';
import { structure } from './structure.js';

export { type ExplanationReads, type ExplanationScope } from './section.js';

/** What the ledger and the rows know of each section; the remarks are a person's alone. */
const known: Record<ExplanationKey, Section> = {
  background,
  basis,
  process: course,
  evaluation,
  structure,
  indicators,
  alignment,
  consultation,
  disagreements,
  experts,
  assessments,
  legality,
  plenary,
  remarks: () => Promise.resolve([]),
  attachments,
};

/** A section as it stands: what the ledger filled in, and what a person wrote last. */
export interface ExplainedSection {
  key: ExplanationKey;
  title: string;
  /** What a person must write; empty where the ledger knows it all. */
  guidance: string;
  known: Row[];
  written: ExplanationSection | null;
  /** Whether a person must still write it. */
  unwritten: boolean;
  /** Set when an office lets it stand unwritten. */
  pass: PacketPass | null;
}

export async function explainedSections(scope: ExplanationScope): Promise<ExplainedSection[]> {
  const written = await writtenSections(scope.tx, scope.compilation.id);
  const passes = await passesOf(scope.tx, scope.compilation.id);
  const sections: ExplainedSection[] = [];
  for (const { key, title, guidance } of explanationSections) {
    const rows = await known[key](scope);
    const text = written.get(key) ?? null;
    const unwritten = isUnwritten(guidance, text);
    const pass = unwritten ? (passes.get(sectionPlace(key)) ?? null) : null;
    sections.push({ key, title, guidance, known: rows, written: text, unwritten, pass });
  }
  return sections;
}

/** 编制说明: each section from what is on record, then what a person wrote or must still write. */
export async function explanationSource(scope: ExplanationScope): ReturnType<PartSource> {
  const { compilation, draft, asOf } = scope;
  const title = draft.title.replace(/[（(][^）)]*稿[）)]$/, '');
  const rows: Row[] = [{ kind: 'title', text: `关于《${title}》的\n编制说明` }];
  for (const [index, section] of (await explainedSections(scope)).entries()) {
    rows.push(heading(1, `${formatChineseNumeral(index + 1)}、${section.title}`));
    rows.push(...section.known);
    if (section.pass !== null) rows.push(paragraph(passWords('本节', section.pass)));
    else if (section.unwritten) rows.push(toBeWritten(section.guidance));
    else if (section.written !== null) rows.push(...paragraphs(section.written.text));
  }
  rows.push(note('注：本说明中的日期和数据取自编制台账和登记记录。'));
  rows.push({ kind: 'signature', organ: compilation.issuer, dateText: dayText(asOf) });
  return { head: { title: `${title}编制说明` }, rows, tail: { landscape: false } };
}
