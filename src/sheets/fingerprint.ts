import { sha256 } from '../platform/index.js';
import { plainHeading } from './heading.js';

/** The same for tables whose columns bear the same headings in the same order, wherever the header stands. */
export function fingerprintOf(levels: readonly (readonly string[])[]): string {
  const headings = levels.map((texts) => {
    const plain = texts.map(plainHeading);
    return plain.filter((text, at) => text !== '' && text !== plain[at - 1]).join('/');
  });
  while (headings.at(-1) === '') headings.pop();
  return sha256(headings.join('\n'));
}
