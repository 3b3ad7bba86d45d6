/** The points of a letter as a clerk separates them: one a paragraph, blank lines between them. */
export const pointsOf = (text: string): { content: string }[] =>
  text
    .split(/\r?\n\s*\r?\n/u)
    .map((point) => point.trim())
    .filter((point) => point !== '')
    .map((content) => ({ content }));
