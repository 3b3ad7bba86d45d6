import { type Amount, differsFromUnit, foldUnit, readAmount } from '../content/index.js';
import { type Findings } from './findings.js';

/** A unit that stands in brackets behind the name: 全员劳动生产率（万元/人）; 预期性 and the like are none. */
export function splitUnit(name: string, unit: string): { name: string; unit: string } {
  const given = unit.normalize('NFKC').trim();
  const bracketed = /^(.+?)[（(]([^（()）]{1,12})[）)]$/u.exec(name.trim());
  const inside = (bracketed?.[2] ?? '')
    .normalize('NFKC')
    .trim()
    .replace(/^单位[:：]?/u, '');
  const noUnit = inside === '' || /性$|年|目标|指标|以上|左右|约束|预期|含|不含|其中/u.test(inside);
  if (bracketed === null || noUnit) return { name: name.trim(), unit: given };
  if (given !== '' && foldUnit(given) !== foldUnit(inside)) return { name: name.trim(), unit: given };
  return { name: bracketed[1].trim(), unit: given === '' ? inside : given };
}

/**
 * The unit that the amounts themselves are written with. Where some are bare, the others say what all are counted in:
 * 30 beside 36万元/人.
 */
export function unitFrom(texts: readonly string[], place: string, findings: Findings): string {
  const amounts = texts
    .map((text) => readAmount(text))
    .filter(
      (amount): amount is Amount => amount !== null && (amount.kind === 'number' || amount.kind === 'range'),
    );
  const measured = amounts.filter(({ unit }) => unit !== '');
  if (measured.length === 0) return '';
  const bare = amounts.some(({ measure }) => measure === '');
  const unit = bare ? measured[0].measure : measured[0].unit;
  const other = measured.find((amount) => differsFromUnit(amount, unit));
  if (other !== undefined)
    findings.doubt(place, `“${other.text}”与“${measured[0].text}”的单位不一致，请核对`);
  return unit;
}
