/**
 * The key under which two spellings of a title or an indicator are the same: width, case, spaces, quotation marks
 * and what stands in brackets left out. For comparing only, never shown.
 */
export function normaliseLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(〔][^()〔〕]*[)〕]/g, '')
    .replace(/[\s"'“”‘’《》、，。；：:;,.·-]/g, '');
}
