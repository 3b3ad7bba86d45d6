import fc from 'fast-check';
import { compareTexts, type Segment } from './compare-text.js';

const shown = (before: string, after: string): string =>
  compareTexts(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`))
    .join('');
const without = (segments: Segment[], kind: Segment['kind']): string =>
  segments
    .filter((segment) => segment.kind !== kind)
    .map(({ text }) => text)
    .join('');
const text = fc
  .array(fc.constantFrom(...'质量强市标准。；\n，a1 '.split(''), '2025', 'ISO', '𠮷', '葛\u{e0100}'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

describe('what changed between two texts', () => {
  test.each([
    ['质量强市', '质量强市', '质量强市'],
    ['', '新增', '[+新增+]'],
    ['到2020年，质量明显改善。', '到2025年，质量明显改善。', '到[-2020-][+2025+]年，质量明显改善。'],
    ['推行 ISO 标准。', '推行 IEC 标准。', '推行 [-ISO-][+IEC+] 标准。'],
    ['达到4.5%。', '达到4.8%。', '达到[-4.5-][+4.8+]%。'],
    ['加快标准研制。', '加快标准和计量研制。', '加快标准[+和计量+]研制。'],
    ['加快建设平台。', '推动建造平台。', '[-加快建设-][+推动建造+]平台。'],
    ['甲。乙。', '甲。丙。乙。', '甲。[+丙。+]乙。'],
  ])('“%s” to “%s”', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  test('is complete: the segments make both texts, and none is empty or followed by one of its kind', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = compareTexts(before, after);
        expect(without(segments, 'added')).toBe(before);
        expect(without(segments, 'removed')).toBe(after);
        segments.forEach((segment, index) => {
          expect(segment.text).not.toBe('');
          expect(segment.kind).not.toBe(segments[index + 1]?.kind);
        });
      }),
    );
  });

  test('is found for two long texts that share nothing in a moment', () => {
    const invent = (start: number): string =>
      Array.from({ length: 20_000 }, (_, index) => String.fromCodePoint(start + (index % 5_000))).join('');
    const began = process.cpuUsage().user;
    const [before, after] = [invent(0x4e00), invent(0x6f00)];
    expect(compareTexts(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect(process.cpuUsage().user - began).toBeLessThan(2_000_000);
  });
});
