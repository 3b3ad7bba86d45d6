import { z } from 'zod';
import { renewLink } from '../../access/index.js';
import {
  acceptObligations,
  extendObligation,
  returnObligation,
  revokeAcceptance,
  revokeWaiver,
  waiveObligations,
} from '../../obligations/index.js';
import { actForm, actFormOf, formsOf, seeOther } from '../../web/index.js';
import { partTitles } from '../../materials/index.js';
import { chosen } from '../words/form-fields.js';
import { commentOn } from './document-view.js';
import { storyPath } from './register-fields.js';

const one = '/c/:compilationId/materials/:obligationId' as const;
const comment = z.string().trim().default('');

const given = { ids: ({ obligationId }: { obligationId: string }) => [obligationId] };
const told =
  (notice: string) =>
  ({ params }: { params: { compilationId: string; obligationId: string } }) =>
    seeOther(storyPath(params.compilationId, params.obligationId), notice);

const commentFields = z.object({
  currentState: comment,
  shortcomings: comment,
  goals: comment,
  measures: comment,
  report: comment,
  general: comment,
});

/** Comments on a part keep the part's title, so that they stand beside it afterwards. */
function commentsFrom({ general, ...onParts }: z.output<typeof commentFields>): string[] {
  const beside = Object.entries(onParts)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => commentOn(partTitles[key as keyof typeof partTitles], text));
  return [...beside, ...(general === '' ? [] : [general])];
}

/** What the secretariat does with one obligation. */
export const StoryForms = formsOf({
  accept: actForm(acceptObligations, `${one}/accept`, { given, then: told('已审核通过。') }),
  sendBack: actFormOf(returnObligation, `${one}/return`, {
    fields: commentFields.extend({ resubmitBy: chosen(z.string()) }),
    read: ({ resubmitBy, ...written }, { obligationId }) => ({
      ...{ obligationId, resubmitBy },
      comments: commentsFrom(written),
    }),
    then: ({ params, input }) =>
      told(`已退回补正，并将${input.comments.length}条意见告知该单位。`)({ params }),
  }),
  extend: actForm(extendObligation, `${one}/extend`, { then: told('已延期，并告知该单位。') }),
  waive: actForm(waiveObligations, `${one}/waive`, { given, then: told('已豁免。') }),
  revokeAcceptance: actForm(revokeAcceptance, `${one}/accept/revoke`, {
    given,
    then: told('已撤销审核通过，回到待审核。'),
  }),
  revokeWaiver: actForm(revokeWaiver, `${one}/waive/revoke`, {
    given,
    then: told('已撤销豁免，并告知该单位。'),
  }),
  renew: actForm(renewLink, `${one}/renew-link`, {
    given: { kind: () => 'unit' as const, aboutId: ({ obligationId }) => obligationId },
    then: told('已更新链接：以前邮件中的链接全部失效，此后寄出的邮件带新链接。'),
  }),
});
