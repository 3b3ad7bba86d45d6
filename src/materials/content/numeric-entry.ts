/** What a cell for a number holds: the number, nothing yet, or what was typed and is no number. */
export type NumericEntry = number | string | null;

const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;
const groupedNumber = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * Reads a number as people type it: full-width figures, grouped thousands, a proper minus sign. What is no number
 * stays as typed, so that nothing entered is lost; the examination before handing in names it.
 */
export function readNumericEntry(entry: NumericEntry): NumericEntry {
  if (typeof entry !== 'string') return entry;
  const text = entry.normalize('NFKC').trim();
  if (text === '') return null;
  const figures = text.replace(/\s+/g, '').replace(/^[−–—]/, '-');
  if (groupedNumber.test(figures)) return Number(figures.replaceAll(',', ''));
  return plainNumber.test(figures) ? Number(figures) : entry.trim();
}
