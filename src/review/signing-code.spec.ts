import { SeededIds, SimulatedClock } from '../platform/index.js';
import { drawCode, hashCode, matches } from './signing-code.js';
import { type SigningCode } from './signature.entity.js';

const ids = (seed: number) => new SeededIds(new SimulatedClock(0), seed);
/** Draws the numbers given, one after the other. */
const drawing = (...numbers: number[]) => {
  const source = ids(1);
  source.bytes = () => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(numbers.shift()!);
    return bytes;
  };
  return source;
};

describe('a signing code', () => {
  it('has six digits, leading zeros included', () => {
    expect(drawCode(drawing(7))).toBe('000007');
    expect(drawCode(drawing(4_293_999_999))).toBe('999999');
    for (let seed = 0; seed < 50; seed += 1) expect(drawCode(ids(seed))).toMatch(/^\d{6}$/);
  });

  it('is drawn again above the last whole million, where some codes would be likelier than others', () => {
    expect(drawCode(drawing(4_294_000_000, 4_294_967_295, 42))).toBe('000042');
  });

  it('is known by its hash, which differs for equal codes of two requests', () => {
    const row = { id: 'a', codeHash: hashCode('a', '123456') } as SigningCode;
    expect(matches(row, '123456')).toBe(true);
    expect(matches(row, '123457')).toBe(false);
    expect(hashCode('a', '123456')).not.toBe(hashCode('b', '123456'));
    expect(row.codeHash).not.toContain('123456');
  });
});
