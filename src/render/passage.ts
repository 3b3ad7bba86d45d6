import { type LaidCell, layOutTable, readTableText } from '../platform/index.js';
import { escapeHtml } from './escapes.js';

/** A passage of a draft: a paragraph, or the table that stands among its passages. */
export function passageHtml(text: string): string {
  const rows = readTableText(text);
  if (rows === undefined) return `<p>${escapeHtml(text)}</p>`;
  const lines = layOutTable(rows).map((cells, row) => {
    const element = row === 0 && rows.length > 1 ? 'th' : 'td';
    return `<tr>${cells.map((cell) => cellHtml(cell, element)).join('')}</tr>`;
  });
  return `<div class="table-scroll"><table class="in-text"><tbody>${lines.join('')}</tbody></table></div>`;
}

function cellHtml({ text, width, height, below }: LaidCell, element: 'th' | 'td'): string {
  if (below) return '';
  const wide = width > 1 ? ` colspan="${width}"` : '';
  const high = height > 1 ? ` rowspan="${height}"` : '';
  return `<${element}${wide}${high}>${escapeHtml(text).replace(/\n/g, '<br>')}</${element}>`;
}
