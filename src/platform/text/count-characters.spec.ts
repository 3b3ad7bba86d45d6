import fc from 'fast-check';
import { countCharacters } from './count-characters.js';

describe('the length of a text, as Chinese editors count', () => {
  test.each([
    ['', 0],
    ['质量强市', 4],
    ['质量强市。', 5],
    ['到2025年。', 4],
    ['全员劳动生产率36万元/人', 12],
    ['研发投入强度4.5%', 8],
    ['营业收入1,000亿元', 7],
    ['GB/T 9704-2012', 6],
    ['e-mail 与 don’t', 3],
    ['3D打印', 3],
    ['café', 1],
    ['　　段首空格\n不计\t字数 ', 8],
    ['——……', 4],
    ['𠮷野家', 3],
    ['葛\u{e0100}城', 2],
    ['质\u200b量', 2],
    ['（“双随机、一公开”）', 11],
    ['２０２５年', 2],
  ])('“%s” is %i', (text, length) => {
    expect(countCharacters(text)).toBe(length);
  });

  test('does not depend on how an accent is stored', () => {
    expect(countCharacters('cafe\u0301 质量')).toBe(countCharacters('café 质量'));
  });

  test('of two texts on two lines is the sum of both', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(countCharacters(`${a}\n${b}`)).toBe(countCharacters(a) + countCharacters(b));
      }),
    );
  });

  test('of a million characters is counted in under a second', () => {
    const long = '质量 quality 3.5, '.repeat(60_000) + '1'.repeat(100_000) + "a'".repeat(50_000);
    const began = performance.now();
    countCharacters(long);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
