import { z } from 'zod';
import { named } from '../../platform/index.js';
import { readChoice, sheetChoiceShape } from '../../sheets/index.js';
import {
  type Channel,
  channels,
  proposerCategories,
  type ProposerCategory,
} from '../opinions/opinion-kinds.js';
import { opinionTable } from './opinion-columns.js';
import { type OpinionChoice } from './read-opinions.js';

export interface OpinionFile {
  /** XLSX or CSV, at most 20 MB. */
  bytes: Uint8Array;
  fileName: string;
  /** For rows that name no channel. */
  channel?: Channel | null;
  /** The category of proposers who are not in the roster. */
  outsiders?: ProposerCategory;
  choice?: OpinionChoice;
}

/** An option of a form that may be left as it is. */
const orNothing = <T extends z.ZodType>(schema: T) => schema.or(z.literal('')).optional();

/** What a person may say about a table of opinions, as form fields and options carry it. */
export const opinionChoiceShape = {
  ...sheetChoiceShape,
  channel: named('渠道', orNothing(z.enum(channels)).describe('表中未写渠道的行所用的渠道')),
  outsiders: named(
    '名册以外的提出者',
    orNothing(z.enum(proposerCategories)).describe('不在单位名册中的提出者，按此类别登记'),
  ),
  blankProposer: named(
    '没有写提出单位的行',
    orNothing(z.enum(['above', 'public'])).describe(
      '没有写提出单位的行：above按上一行，public按社会公众；不填则须先改正',
    ),
  ),
};
export type OpinionChoiceInput = z.output<z.ZodObject<typeof opinionChoiceShape>>;

export function readOpinionChoice({
  channel,
  outsiders,
  blankProposer,
  ...sheet
}: OpinionChoiceInput): Pick<OpinionFile, 'channel' | 'outsiders' | 'choice'> {
  return {
    channel: channel || null,
    ...(outsiders ? { outsiders } : {}),
    choice: { ...readChoice(opinionTable, sheet), ...(blankProposer ? { blankProposer } : {}) },
  };
}
