import { describe, expect, test } from '@jest/globals';
import { SeededIds, ServerKey, SimulatedClock } from '../../platform/index.js';
import { Receipts, tidyReceipt } from './receipts.js';

const receiptsOf = (key: number) =>
  new Receipts(new ServerKey(Buffer.alloc(32, key)), new SeededIds(new SimulatedClock(0), 1));

describe('a receipt', () => {
  const opinion = { id: 'a', number: '2021-0308' };

  test('bears the number of the opinion and a word that only this house derives', () => {
    const receipt = receiptsOf(1).ofOpinion(opinion);
    expect(receipt).toMatch(/^2021-0308-[2-9A-HJ-NP-Z]{6}$/);
    expect(receiptsOf(1).ofOpinion(opinion)).toBe(receipt);
    expect(receiptsOf(2).ofOpinion(opinion)).not.toBe(receipt);
    expect(receiptsOf(1).ofOpinion({ ...opinion, id: 'b' })).not.toBe(receipt);
  });

  test('is read however it is copied from paper', () => {
    expect(tidyReceipt(' ２０２１－０３０８ — k7q4md ')).toBe('2021-0308-K7Q4MD');
  });
});
