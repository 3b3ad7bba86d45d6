import { z } from 'zod';
import { cleanLine, InvalidInput } from '../../platform/index.js';

/** What a spreadsheet program may take for a formula, full-width forms included. */
const formulaStart = /^[=+\-@＝＋－＠]/;

export function looksLikeFormula(text: string): boolean {
  return formulaStart.test(text);
}

/**
 * One line of clean text from a cell. An apostrophe before something like a formula is the mark by which CSV
 * writers keep it text, not part of the text, so it is taken off again.
 */
export function cleanCell(text: string, label: string): string {
  let cleaned = cleanLine(text, label);
  while (cleaned.startsWith("'") && /^'+[=+\-@＝＋－＠]/.test(cleaned)) cleaned = cleaned.slice(1).trim();
  return cleaned;
}

/** Lengths are in characters as people count them, so 𠮷 is one. */
export function refuseLonger(text: string, longest: number, label: string): void {
  const length = Array.from(text).length;
  if (length > longest)
    throw new InvalidInput(`“${label}”最多${longest}字，现有${length}字。请缩短后再试。`, 'too-long');
}

/** A zod field from a function that reads a text or refuses it; the refusal's Chinese sentence becomes the issue. */
export function field<T>(read: (text: string) => T) {
  return z.string({ error: '应为文字。' }).transform((text, context): T => {
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      context.addIssue({ code: 'custom', message: error.userMessage });
      return z.NEVER;
    }
  });
}
