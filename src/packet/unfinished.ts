import { type EntityManager, IsNull } from 'typeorm';
import { type IndicatorRow, type IndicatorsQuery } from '../materials/index.js';
import { sha256 } from '../platform/index.js';
import { ExplanationSection } from './explanation-section.entity.js';
import { explanationSections, type ExplanationKey } from './explanation-sections.js';
import { PacketPass } from './packet-pass.entity.js';

/** A place of the packet that is not finished: a section nobody wrote, or an indicator that contradicts itself. */
export interface UnfinishedPlace {
  place: string;
  kind: 'section' | 'indicator';
  /** “编制背景和必要性”, “2025年目标值不一致：…”. */
  title: string;
  /** Set when an office lets it stand. */
  pass: PacketPass | null;
}

const mark = /【\s*待起草组补写/u;

export const sectionPlace = (key: string): string => `section:${key}`;

/** A contradiction is let stand as it reads now: when a unit changes its value, the question is open again. */
export const indicatorPlace = ({ name, conflicts }: IndicatorRow): string =>
  `indicator:${name}:${sha256(conflicts.map(({ sentence }) => sentence).join('\n')).slice(0, 12)}`;

/** Whether a person must still write a section. */
export const isUnwritten = (guidance: string, written: Pick<ExplanationSection, 'text'> | null): boolean =>
  guidance !== '' && (written === null || mark.test(written.text));

/** The one answer to what a packet lacks, for its gate, its pages and the document. */
export async function findUnfinished(
  reader: EntityManager,
  compilationId: string,
  indicators: IndicatorsQuery,
): Promise<UnfinishedPlace[]> {
  const written = await writtenSections(reader, compilationId);
  const { rows } = await indicators.table(compilationId, { acceptedOnly: true });
  const passes = await passesOf(reader, compilationId);
  const sections = explanationSections
    .filter(({ key, guidance }) => isUnwritten(guidance, written.get(key) ?? null))
    .map(({ key, title }) => ({ place: sectionPlace(key), kind: 'section' as const, title }));
  const contradictions = rows
    .filter(({ conflicts }) => conflicts.length > 0)
    .map((row) => ({
      place: indicatorPlace(row),
      kind: 'indicator' as const,
      title: `“${row.name}”${row.conflicts.map(({ sentence }) => sentence).join('；')}`,
    }));
  return [...sections, ...contradictions].map((one) => ({ ...one, pass: passes.get(one.place) ?? null }));
}

/** The latest text of each section. */
export async function writtenSections(
  reader: EntityManager,
  compilationId: string,
): Promise<Map<ExplanationKey, ExplanationSection>> {
  const texts = await reader.find(ExplanationSection, { where: { compilationId }, order: { id: 'ASC' } });
  return new Map(texts.map((text) => [text.section as ExplanationKey, text]));
}

/** What an office lets stand, by place; of several the latest. */
export async function passesOf(
  reader: EntityManager,
  compilationId: string,
): Promise<Map<string, PacketPass>> {
  const where = { compilationId, withdrawnAt: IsNull() };
  const passes = await reader.find(PacketPass, { where, order: { id: 'ASC' } });
  return new Map(passes.map((pass) => [pass.place, pass]));
}
