import {
  correctExpert,
  correctSeat,
  enterExpert,
  enterSeat,
  withdrawExpert,
  withdrawSeat,
} from '../../directory/index.js';
import { actForm, formsOf, seeOther } from '../../web/index.js';
import { settingsPath } from './settings-pages.js';

const base = '/c/:compilationId/settings/groups' as const;

/** Back to the lists, with what was done. */
const told =
  (notice: string) =>
  ({ params }: { params: { compilationId: string } }) =>
    seeOther(settingsPath(params.compilationId, 'groups'), notice);

/** Seats of the leading group and experts: entered, corrected and taken back. */
export const PeopleForms = formsOf({
  enterSeat: actForm(enterSeat, `${base}/seats`, { then: told('已登记席位。') }),
  correctSeat: actForm(correctSeat, `${base}/seats/:seatId/correct`, {
    then: told('席位已更正；已发出的邀请不变。'),
  }),
  withdrawSeat: actForm(withdrawSeat, `${base}/seats/:seatId/withdraw`, {
    then: told('席位已撤销；已发出的邀请不变。'),
  }),
  enterExpert: actForm(enterExpert, `${base}/experts`, { then: told('已登记专家。') }),
  correctExpert: actForm(correctExpert, `${base}/experts/:expertId/correct`, {
    then: told('专家登记已更正；已发出的邀请不变。'),
  }),
  withdrawExpert: actForm(withdrawExpert, `${base}/experts/:expertId/withdraw`, {
    then: told('专家登记已撤销；已发出的邀请不变。'),
  }),
});
