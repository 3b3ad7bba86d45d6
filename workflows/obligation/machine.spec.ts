import { describeChart, restingPlaces } from '../../test/support/charts/chart-rules.js';
import { offered } from '../../test/support/charts/chart-walk.js';
import { obligationSamples } from '../../test/support/charts/obligation-samples.js';
import { describeSnapshots } from '../../test/support/charts/snapshot-fixtures.js';
import { obligationWorkflow } from './index.js';

describe('the obligation chart', () => {
  describeChart(obligationWorkflow, obligationSamples, [{}]);
  describeSnapshots(obligationWorkflow, new URL('./snapshots/', import.meta.url));

  const places = restingPlaces(obligationWorkflow, obligationSamples, {});

  it('lets a unit hand in again after a return, and never after acceptance or a waiver', () => {
    const offers = (place: string) => offered(places.get(place)!).map((step) => step.type);
    expect(offers('returned')).toContain('submit');
    expect(offers('accepted')).toEqual([]);
    expect(offers('waived')).toEqual([]);
  });

  it('ends a reply unanswered only while nothing was handed in', () => {
    const open = [...places].filter(([, snapshot]) =>
      offered(snapshot).some((step) => step.type === 'endUnanswered'),
    );
    expect(open.map(([place]) => place).sort()).toEqual(['drafting', 'owed', 'returned']);
  });
});
