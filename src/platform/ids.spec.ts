import { SimulatedClock } from './clock.js';
import { RandomIds, SeededIds } from './ids.js';

const clock = new SimulatedClock(Date.parse('2021-06-25T01:00:00Z'));

describe('identifiers', () => {
  it('sort in the order in which they were made, many within one millisecond', () => {
    const ids = new RandomIds(clock);
    const made = Array.from({ length: 20_000 }, () => ids.next());
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('are version 7 UUIDs that carry their instant', () => {
    const id = new RandomIds(clock).next();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(clock.now());
  });

  it('keep their order when the clock is set back', () => {
    const own = new SimulatedClock(2_000_000);
    const ids = new RandomIds(own);
    const before = ids.next();
    own.moveTo(1_000_000);
    expect(ids.next() > before).toBe(true);
  });

  it('repeat for a seed and differ between seeds', () => {
    const three = (seed: number) => {
      const ids = new SeededIds(clock, seed);
      return [ids.next(), ids.next(), ids.bytes(40).toString('hex')];
    };
    expect(three(1)).toEqual(three(1));
    expect(three(1)).not.toEqual(three(2));
  });
});
