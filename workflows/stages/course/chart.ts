import { stageSetup } from '../setup.js';
import { needs } from '../steps.js';
import { type CourseWords } from './stage.js';

type StateConfig = ReturnType<typeof stageSetup.createStateConfig>;

/** What the start asks the units for, and what it needs beside a notice, a roster, a group and dates. */
interface Start {
  first: string;
  issues?: { kind: string; deadlineKey: string };
}

/**
 * The frame of every plan: prepared, then `underway` with the plan's own states, from which it may be suspended and
 * resumed where it stood, or terminated; published at the end.
 */
export function courseOf(
  { events }: CourseWords,
  { first, issues }: Start,
  stages: Record<string, StateConfig>,
) {
  const terminate = {
    guard: needs('reasonGiven'),
    target: 'terminated',
    actions: [{ type: 'endTimers' as const }, { type: 'announceTermination' as const }],
  };
  return {
    initial: 'prepared',
    states: {
      prepared: stageSetup.createStateConfig({
        tags: ['prepared', 'idle'],
        on: {
          [events.start]: {
            guard: needs('noticeRegistered', 'rosterReady', 'draftingGroupFormed', 'timelineComplete'),
            target: 'underway',
            actions: [
              ...(issues === undefined ? [] : [{ type: 'issueObligations' as const, params: issues }]),
              { type: 'beginDigests' as const },
            ],
          },
        },
      }),
      underway: stageSetup.createStateConfig({
        initial: first,
        on: {
          [events.suspend]: {
            guard: needs('reasonGiven'),
            target: 'suspended',
            actions: [
              { type: 'markSuspended', params: { suspended: true } },
              { type: 'holdTimers' },
              { type: 'announceSuspension' },
            ],
          },
          [events.terminate]: terminate,
        },
        states: { resumption: { type: 'history', history: 'deep' }, ...stages },
      }),
      suspended: stageSetup.createStateConfig({
        tags: ['suspended', 'idle'],
        on: {
          [events.resume]: {
            guard: needs('deadlinesRenewed'),
            target: 'underway.resumption',
            actions: [
              { type: 'markSuspended', params: { suspended: false } },
              { type: 'releaseTimers' },
              { type: 'announceResumption' },
            ],
          },
          [events.terminate]: terminate,
        },
      }),
      published: stageSetup.createStateConfig({
        id: 'published',
        type: 'final',
        tags: ['published', 'ended', 'idle', 'sealed'],
      }),
      terminated: stageSetup.createStateConfig({
        type: 'final',
        tags: ['terminated', 'ended', 'idle', 'sealed'],
      }),
    },
  };
}
