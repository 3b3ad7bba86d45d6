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

  test.each([' ２０２１－０３０８ — k7q4md ', '20210308K7Q4MD', '2021 0308 k7q4md', '2021－0308-K7Q4MD'])(
    'is read however it is copied from paper: %j',
    (typed) => {
      expect(tidyReceipt(typed)).toBe('2021-0308-K7Q4MD');
    },
  );

  test.each(['D-K7Q4MDXW2P', 'dk7q4mdxw2p', 'Ｄ—K7Q4M DXW2P'])('so is one that waits: %j', (typed) => {
    expect(tidyReceipt(typed)).toBe('D-K7Q4MDXW2P');
  });

  test('with a word that begins with digits keeps its number', () => {
    expect(tidyReceipt('2021-12345-23456A')).toBe('2021-12345-23456A');
    expect(tidyReceipt('20211234523456A')).toBe('2021-12345-23456A');
  });
});
