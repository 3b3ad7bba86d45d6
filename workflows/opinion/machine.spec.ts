import { describeChart, restingPlaces } from '../../test/support/charts/chart-rules.js';
import { offered } from '../../test/support/charts/chart-walk.js';
import { opinionSamples } from '../../test/support/charts/opinion-samples.js';
import { describeSnapshots } from '../../test/support/charts/snapshot-fixtures.js';
import { opinionWorkflow } from './index.js';

describe('the opinion chart', () => {
  describeChart(opinionWorkflow, opinionSamples, [{}]);
  describeSnapshots(opinionWorkflow, new URL('./snapshots/', import.meta.url));

  const places = restingPlaces(opinionWorkflow, opinionSamples, {});

  it('is not reviewed before it was disposed of, and may be reopened afterwards', () => {
    const reviewing = [...places].filter(([, snapshot]) =>
      offered(snapshot).some((step) => step.type === 'approveDisposition'),
    );
    expect(reviewing.map(([place]) => place)).toEqual(['disposed']);
    expect(offered(places.get('reviewed')!).map((step) => step.type)).toEqual(['reopen']);
  });

  it('is split only before it was disposed of, and a split letter is settled by its parts', () => {
    const splitting = [...places].filter(([, snapshot]) =>
      offered(snapshot).some((step) => step.type === 'split'),
    );
    expect(splitting.map(([place]) => place).sort()).toEqual(['assigned', 'received']);
    expect(offered(places.get('divided')!)).toEqual([]);
  });
});
