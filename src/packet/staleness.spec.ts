import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownIn, shownNowhere } from './staleness.js';

const source = join(import.meta.dirname, '..');

/** The first words of all types of acts, as the use cases write them. */
function actWords(): string[] {
  const words = new Set<string>();
  for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
    const text = readFileSync(join(source, name), 'utf8');
    const written = text.includes('defineAct(')
      ? /(?:type: |^  name: )'(\w+)\.[\w-]+'/gm
      : /type: '(\w+)\.[\w-]+'/g;
    for (const [, word] of text.matchAll(written)) words.add(word);
  }
  return [...words].sort();
}

describe('whether an act makes a packet out of date', () => {
  it('is decided for every act there is, so that a new one is not forgotten', () => {
    const decided = [...Object.keys(shownIn), ...shownNowhere].sort();
    expect(decided).toEqual(actWords());
  });

  it('is decided once', () => {
    expect(shownNowhere.filter((word) => word in shownIn)).toEqual([]);
  });
});
