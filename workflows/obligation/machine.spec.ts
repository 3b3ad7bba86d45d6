import { describeChart, restingPlaces } from '../../test/support/charts/chart-rules.js';
import { follow, offered, pathOf, storedAndRestored } from '../../test/support/charts/chart-walk.js';
import { firstObligationSamples, obligationSamples } from '../../test/support/charts/obligation-samples.js';
import { describeSnapshots } from '../../test/support/charts/snapshot-fixtures.js';
import { obligationWorkflow, obligationWorkflow1 } from './index.js';

describe('the obligation chart', () => {
  describeChart(obligationWorkflow, obligationSamples, [{}]);
  describeSnapshots(obligationWorkflow, new URL('./snapshots/2/', import.meta.url));

  const places = restingPlaces(obligationWorkflow, obligationSamples, {});
  const offers = (place: string) => offered(places.get(place)!).map((step) => step.type);

  it('lets a unit hand in again after a return, and not after acceptance or a waiver', () => {
    expect(offers('returned')).toContain('submit');
    expect(offers('accepted')).toEqual(['revokeAcceptance']);
    expect(offers('waived')).toEqual(['revokeWaiver']);
  });

  it('puts what was accepted before its review again when the acceptance is revoked', () => {
    const revoked = follow(obligationWorkflow, places.get('accepted')!, obligationSamples, [
      'revokeAcceptance',
    ]);
    expect(pathOf(obligationWorkflow, revoked)).toBe('submitted');
  });

  it.each(['owed', 'drafting', 'returned'])('puts what was waived back to %s where it stood', (place) => {
    const waived = follow(obligationWorkflow, places.get(place)!, obligationSamples, ['waive']);
    const stored = storedAndRestored(obligationWorkflow, waived);
    const revoked = follow(obligationWorkflow, stored, obligationSamples, ['revokeWaiver']);
    expect(pathOf(obligationWorkflow, revoked)).toBe(place);
  });

  it('ends a reply unanswered only while nothing was handed in', () => {
    const open = [...places].filter(([, snapshot]) =>
      offered(snapshot).some((step) => step.type === 'endUnanswered'),
    );
    expect(open.map(([place]) => place).sort()).toEqual(['drafting', 'owed', 'returned']);
  });
});

describe('the first version of the obligation chart', () => {
  describeChart(obligationWorkflow1, firstObligationSamples, [{}]);
  describeSnapshots(obligationWorkflow1, new URL('./snapshots/1/', import.meta.url));
});
