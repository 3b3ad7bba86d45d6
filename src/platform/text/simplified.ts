import { simplifiedPairs } from './simplified-pairs.js';

const simplified = new Map(
  Array.from({ length: simplifiedPairs.length / 2 }, (_, index) => [
    simplifiedPairs[index * 2],
    simplifiedPairs[index * 2 + 1],
  ]),
);

/**
 * A text in simplified characters, character by character. For comparing only: a character that stands for several
 * (乾 in 乾隆) is always taken for the commonest.
 */
export const inSimplified = (text: string): string =>
  Array.from(text, (character) => simplified.get(character) ?? character).join('');
