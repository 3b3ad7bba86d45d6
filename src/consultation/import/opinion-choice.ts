import { z } from 'zod';
import { readChoice, sheetChoiceShape } from '../../sheets/index.js';
import { channels, proposerCategories } from '../opinions/opinion-kinds.js';
import { type OpinionFile } from './import-opinions.use-case.js';
import { opinionTable } from './opinion-columns.js';

/** An option of a form that may be left as it is. */
const orNothing = <T extends z.ZodType>(schema: T) => schema.or(z.literal('')).optional();

/** What a person may say about a table of opinions, as form fields and options carry it. */
export const opinionChoiceShape = {
  ...sheetChoiceShape,
  channel: orNothing(z.enum(channels)).describe('表中未写渠道的行所用的渠道'),
  outsiders: orNothing(z.enum(proposerCategories)).describe('不在单位名册中的提出者，按此类别登记'),
  blankProposer: orNothing(z.enum(['above', 'public'])).describe(
    '没有写提出单位的行：above按上一行，public按社会公众；不填则须先改正',
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
