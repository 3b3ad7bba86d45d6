const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * The beginning of a text for a list or a message, with … when something was left out. Cut between characters as
 * a person sees them, never inside 𠮷 or a letter and its accent.
 * @param length most characters kept, the … not counted
 */
export function excerpt(text: string, length: number): string {
  let kept = 0;
  for (const { index } of graphemes.segment(text)) {
    if (kept === length) return `${text.slice(0, index)}…`;
    kept += 1;
  }
  return text;
}
