/** What a cell for an amount holds: a plain number, nothing yet, or the words in which it was written. */
export type NumericEntry = number | string | null;

const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;
const groupedNumber = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * Reads a number as people type it: full-width figures, grouped thousands, a proper minus sign. What is more than a
 * number (85%以上, 提高3个百分点) stays as typed, so that nothing is lost or altered.
 */
export function readNumericEntry(entry: NumericEntry): NumericEntry {
  if (typeof entry !== 'string') return entry;
  const text = entry.normalize('NFKC').trim();
  if (text === '') return null;
  const figures = text.replace(/\s+/g, '').replace(/^[−–—]/, '-');
  if (groupedNumber.test(figures)) return Number(figures.replaceAll(',', ''));
  return plainNumber.test(figures) ? Number(figures) : entry.trim();
}
