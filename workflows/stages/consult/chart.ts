import { stageSetup } from '../setup.js';
import { freeze, needs, needsDraft, reopen } from '../steps.js';
import { type ConsultWords } from './stage.js';

/** Published, closed by its timer, every opinion disposed of; or the text is written anew and consulted on again. */
export function consulting(
  words: ConsultWords,
  { id, then, back }: { id: string; then: string; back: string },
) {
  const { events, deadlines, versions } = words;
  const timer = { event: events.close, deadlineKey: deadlines.closes };
  return stageSetup.createStateConfig({
    id,
    initial: 'preparing',
    states: {
      preparing: {
        on: {
          [events.open]: {
            guard: needs('consultationNoticeReady', 'consultationPeriodLongEnough'),
            target: 'open',
            actions: [
              { type: 'countRound', params: { of: 'consultation' } },
              { type: 'issueObligations', params: { kind: 'reply', deadlineKey: deadlines.replies } },
              { type: 'openConsultation' },
              { type: 'scheduleTimer', params: timer },
            ],
          },
        },
      },
      open: {
        on: {
          [events.extend]: {
            guard: needs('reasonGiven', 'consultationPeriodLongEnough'),
            actions: [
              { type: 'cancelTimer', params: { event: events.close } },
              { type: 'scheduleTimer', params: timer },
              { type: 'announceExtension' },
            ],
          },
          [events.close]: {
            guard: needs('consultationPeriodOver'),
            target: 'disposing',
            actions: [{ type: 'closeConsultation' }, reopen(versions.next)],
          },
        },
      },
      disposing: {
        on: {
          [events.rework]: {
            guard: needs('reasonGiven'),
            target: back,
            actions: [{ type: 'endObligations', params: { kind: 'reply' } }, reopen(versions.consulted)],
          },
          [events.complete]: {
            guard: needsDraft(versions.next, 'opinionsSettled', 'adoptionsInText', 'unitRepliesIn'),
            target: then,
            actions: [
              { type: 'endObligations', params: { kind: 'reply' } },
              ...freeze(versions.next),
              { type: 'publishFeedback' },
            ],
          },
        },
      },
    },
  });
}
