import { actionPlan } from '../../test/support/action-plan.js';
import { implementationScheme2021 } from '../implementation-scheme-2021/index.js';
import { type PlanDefinition } from './plan.js';
import { planFaults } from './plan-faults.js';

const { timeline, eventTitles, stateTitles } = actionPlan;
const without = (titles: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(titles).filter(([key]) => key !== name));
const [course, collect, ...others] = actionPlan.parts;
const changed = (change: Partial<PlanDefinition>): string[] => planFaults({ ...actionPlan, ...change });

describe('a plan', () => {
  it.each([implementationScheme2021, actionPlan])('of the house has no fault: $id', (plan) => {
    expect(planFaults(plan)).toEqual([]);
  });

  it.each<[string, Partial<PlanDefinition>, string]>([
    [
      'a step without a title',
      { eventTitles: without(eventTitles, 'kickOff') },
      'has no title for the step kickOff',
    ],
    [
      'a state without a title',
      { stateTitles: without(stateTitles, 'council.convened') },
      'has no title for the state council.convened',
    ],
    [
      'a deadline of a step that it has not',
      {
        timeline: {
          ...timeline,
          deadlines: {
            ...timeline.deadlines,
            party: { title: '庆祝', stage: 'settled', limits: 'celebrate' },
          },
        },
      },
      'knows no step celebrate',
    ],
    [
      'an order of deadlines that it has not',
      { timeline: { ...timeline, order: [['tasksIn', 'never']] } },
      'knows no deadline never',
    ],
    ['a version that it has not', { versions: ['草案', '印发稿'] }, 'knows no version 定稿'],
    [
      'a way back that it has not',
      { sendsBack: [{ event: 'shrug', version: '草案', completedBy: 'writeAgain' }] },
      'knows no step shrug',
    ],
    ['a stage taken twice', { parts: [...actionPlan.parts, collect] }, 'takes the stage collect twice'],
    [
      'a question of a stage left out',
      { parts: [course, ...others] },
      'asks for materialsSettled, which no stage of it has',
    ],
    ['a meeting that is not described', { meetings: {} }, 'does not describe its meeting plenary'],
  ])('is told of %s', (_, change, fault) => {
    expect(changed(change)).toContain(`action-plan@1 ${fault}`);
  });
});
