import fc from 'fast-check';
import { InvalidInput } from '../refusal.js';
import { cleanLine, cleanText } from './clean-text.js';
import { excerpt } from './excerpt.js';

/** Whatever a public form or a pasted file may carry: any code unit, and often the ones that do harm. */
const harmful = fc.constantFrom(
  ...'\u0000\u0007\u000b\u000c\r\n\t\u007f\u0085\u00ad\u061c\u200b\u200c\u200d\u200e\u202e\u2028\u2066\u2069',
  ...'\ufeff\ufffe\uffff\u3164\ufff9\u3000 e\u0301\u5f8b\uf900',
  '\ud842',
  '\udfb7',
  '𠮷',
  '\u{e0041}',
  '\u{1fffe}',
  '葛\u{e0100}',
);
const anyText = fc
  .array(fc.oneof(harmful, fc.string({ unit: 'binary' })), { maxLength: 30 })
  .map((parts) => parts.join(''));
const clean = (text: string): string | undefined => {
  try {
    return cleanText(text);
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
};

describe('text typed by anyone', () => {
  test('is stored well-formed, in NFC, without controls, reordering or invisible characters, or refused', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = clean(text);
        if (cleaned === undefined) return /\p{Surrogate}/u.test(text);
        return (
          Buffer.from(cleaned, 'utf8').toString('utf8') === cleaned &&
          cleaned.normalize('NFC') === cleaned &&
          !/[^\P{Cc}\n\t]/u.test(cleaned) &&
          !/[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/u.test(cleaned)
        );
      }),
      { numRuns: 10_000 },
    );
  });

  test('is not changed by cleaning it again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = clean(text);
        if (cleaned === undefined) return;
        expect(cleanText(cleaned)).toBe(cleaned);
        expect(cleanLine(cleanLine(cleaned))).toBe(cleanLine(cleaned));
        expect(cleanLine(cleaned)).not.toMatch(/[\n\t]/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is refused when half a character was lost, saying where', () => {
    expect(() => cleanText('意见𠮷\ud842。', '意见内容')).toThrow(
      expect.objectContaining({
        code: 'damaged-text',
        userMessage: expect.stringContaining('“意见内容”第4个字已损坏'),
      }),
    );
  });

  test('keeps the indent, inner line breaks, tabs and the variants of rare characters', () => {
    expect(cleanText('\n　　第一段\r\n　　第二段\t表\u000b换行\n\n')).toBe(
      '　　第一段\n　　第二段\t表\n换行',
    );
    expect(cleanText('葛\u{e0100}城')).toBe('葛\u{e0100}城');
  });

  test('cannot hide or reverse part of a name', () => {
    expect(cleanLine('示例\u200b检测\u202e行业协会\ufeff')).toBe('示例检测行业协会');
    expect(cleanLine('第一行\n\t第二行 ')).toBe('第一行 第二行');
  });

  test('joins a letter with an accent that a hidden character kept apart', () => {
    expect(cleanText('e\u200d\u0301')).toBe('é');
  });

  test('takes time in proportion to its length', () => {
    const began = performance.now();
    cleanText(`${' '.repeat(100_000)}x${'\n'.repeat(100_000)}x`);
    cleanLine(`${'\t'.repeat(100_000)}x`);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('an excerpt', () => {
  test('is cut between the characters a person sees', () => {
    expect(excerpt('𠮷野家', 1)).toBe('𠮷…');
    expect(excerpt('éa', 1)).toBe('é…');
    expect(excerpt('短', 1)).toBe('短');
  });
});
