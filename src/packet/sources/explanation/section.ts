import { type PacketPass } from '../../packet-pass.entity.js';
import { type EntityManager } from 'typeorm';
import { formatDate, type CalendarDate, dateOf } from '../../../calendar/index.js';
import { type Compilation } from '../../../compilation/index.js';
import { type DraftVersion } from '../../../drafts/index.js';
import { type IndicatorsQuery } from '../../../materials/index.js';
import { type ObligationsQuery } from '../../../obligations/index.js';
import { type Instant } from '../../../platform/index.js';
import { type ReviewQuery } from '../../../review/index.js';
import { type Row } from '../rows.js';

/** What a section may read; everything goes through the transaction of the act that asks for the packet. */
export interface ExplanationScope {
  tx: EntityManager;
  compilation: Compilation;
  /** The 报批稿 that the packet is about. */
  draft: DraftVersion;
  asOf: Instant;
  reads: ExplanationReads;
}

export interface ExplanationReads {
  obligations: ObligationsQuery;
  indicators: IndicatorsQuery;
  reviews: ReviewQuery;
}

/**
 * One section of the 编制说明: only sentences that rows prove, each number counted from them. Facts that are not
 * there are said to be missing, so that nobody takes silence for an answer.
 */
export type Section = (scope: ExplanationScope) => Promise<Row[]>;

export const dayText = (at: Instant | CalendarDate): string =>
  formatDate(typeof at === 'number' ? dateOf(at) : at);

/** 55 of 62 → 88.7%; a share of nothing is 0.0%. */
export const share = (part: number, whole: number): string =>
  `${(whole === 0 ? 0 : (part / whole) * 100).toFixed(1)}%`;

/** A title in 《》; 《》 inside it become 〈〉 (GB/T 15834-2011, 4.15.3.5). */
export const titled = (title: string): string => `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;

/** A title in 《》 whether or not it was entered with them. */
export const titledOnce = (title: string): string =>
  /^《[^《》]*》$/.test(title) ? title : titled(title.replace(/^《(.*)》$/, '$1'));

/** What the document says of a place that an office let stand. */
export const passWords = (what: string, { reason, post }: Pick<PacketPass, 'reason' | 'post'>): string =>
  `${what}经${post.trim()}同意从略，理由：${sentence(reason)}`;

/** A sentence ends with one full stop, however the text that closes it was entered. */
export const sentence = (text: string): string => `${text.trim().replace(/[。；，]+$/, '')}。`;

export const versionText = ({ name, revision }: Pick<DraftVersion, 'name' | 'revision'>): string =>
  `${name}第${revision}稿`;
