import { Injectable } from '@nestjs/common';
import { formatDateTime } from '../../calendar/index.js';
import {
  type ExplainedSection,
  explanationContent,
  ExplanationQuery,
  type ExplanationView,
} from '../../packet/index.js';
import { formatChineseNumeral, markOf, NotFound } from '../../platform/index.js';
import { PartyNames } from '../words/party-names.js';
import { blocksOf, countNumbers } from './explanation-blocks.js';
import { sourcesOf } from './explanation-sources.js';
import { packetPath, subNav } from './packet-words.js';

/** Sections that a person must write, nobody has, and no office lets stand: those that the gate names. */
export const missingIn = (sections: readonly ExplainedSection[]): ExplainedSection[] =>
  sections.filter(({ unwritten, pass }) => unwritten && pass === null);

/** The text of the 编制说明, whole or one section with its form. */
@Injectable()
export class ExplanationPage {
  constructor(
    private readonly explanation: ExplanationQuery,
    private readonly parties: PartyNames,
  ) {}

  async view(compilationId: string, key: string | null, mayAct: boolean): Promise<object> {
    const view = await this.explanation.view(compilationId);
    const base = `${packetPath(compilationId)}/explanation`;
    const common = {
      subNav: subNav(compilationId, 'explanation'),
      base,
      whole: key === null,
      mayWrite: mayAct && key !== null,
    };
    if (view === null) return { ...common, text: null, sentence: noDraft };
    const chosen = view.sections.filter((section) => key === null || section.key === key);
    if (chosen.length === 0) throw new NotFound('编制说明的部分', key ?? '');
    const titleOf = await this.parties.titles();
    const sections = chosen.map((section) => this.section(compilationId, base, view, section, titleOf));
    const text = {
      draft: `${view.draft.name}第${view.draft.revision}稿`,
      final: view.final,
      toc: view.sections.map((section, index) => tocLine(base, section, index, key)),
      sections,
    };
    return { ...common, text, sentence: sentenceOf(view) };
  }

  private section(
    compilationId: string,
    base: string,
    { sections }: ExplanationView,
    section: ExplainedSection,
    titleOf: (actor: string) => string,
  ) {
    const { key, title, guidance, known, written, unwritten, pass } = section;
    const blocks = blocksOf(known, title);
    return {
      key,
      title: `${formatChineseNumeral(sections.indexOf(section) + 1)}、${title}`,
      guidance,
      blocks,
      numbers: countNumbers(blocks),
      written: written === null ? '' : written.text,
      began: markOf(explanationContent(written?.text ?? '')),
      paragraphs: written === null ? [] : written.text.split('\n').filter((line) => line.trim() !== ''),
      writtenBy:
        written === null ? null : `${titleOf(written.writtenBy)}，${formatDateTime(written.writtenAt)}撰写`,
      toBeWritten: unwritten && pass === null,
      passed: pass && { reason: pass.reason, post: pass.post },
      sources: sourcesOf(compilationId, key),
      action: `${base}/${key}`,
    };
  }
}

const noDraft = '还没有定稿的文稿，编制说明无从填写。';

function sentenceOf({ sections }: ExplanationView): string {
  const missing = missingIn(sections);
  if (missing.length === 0) return `编制说明${sections.length}节，须由人撰写的都有交代。`;
  return `编制说明${sections.length}节，还差${missing.length}节须由人撰写。`;
}

function tocLine(
  base: string,
  { key, title, unwritten, pass }: ExplainedSection,
  index: number,
  now: string | null,
) {
  const missing = unwritten && pass === null;
  return {
    number: index + 1,
    title,
    href: `${base}/${key}`,
    current: key === now,
    shape: missing ? 'block' : 'done',
    missing,
  };
}
