import { dateOf, formatDate } from '../calendar/index.js';
import { type Act, type Reaction, reactTo } from '../engine/index.js';
import { outstandingStates } from './obligation-states.js';
import { type ObligationMail, type ObligationMails } from './obligation-mails.js';
import { findObligations, type StandingObligation } from './obligations.repository.js';
import { courseStage } from '../../workflows/index.js';

const owing = (act: Act): Promise<StandingObligation[]> =>
  findObligations(act.tx, act.compilationId, { states: outstandingStates });

/** Units learn at once when nothing is asked of them for a while, or ever: what they owe leaves their calendars. */
export function courseReactions(mails: ObligationMails): Reaction[] {
  const withdrawAll =
    (mail: Pick<ObligationMail, 'template' | 'actionLabel'>): Reaction['react'] =>
    async (act, { event }) => {
      const view = { course: { onText: formatDate(dateOf(act.now)), reason: event.reason ?? '' } };
      await mails.withdraw(act, await owing(act), { ...mail, view });
    };
  return [
    reactTo(courseStage, 'announceSuspension', withdrawAll({ template: 'suspended', actionLabel: null })),
    reactTo(courseStage, 'announceTermination', withdrawAll({ template: 'terminated', actionLabel: null })),
    reactTo(courseStage, 'announceResumption', async (act) => {
      const course = { onText: formatDate(dateOf(act.now)) };
      const mail = { template: 'resumed' as const, actionLabel: '继续填写并报送', onlyWhileOwed: true };
      await mails.restore(act, await owing(act), { ...mail, view: { course } });
    }),
  ];
}
