/** Simplified characters of the fixed phrases this room looks for, each with its traditional form. */
const pairs =
  '牵牽头頭责責单單负負职職协協办辦参參与與门門会會别別谁誰对對关關构構总總团團厅廳区區联聯银銀进進见見详詳发發开開实實纲綱规規划劃计計务務这這号號条條';
const traditional = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index) => [pairs[index * 2], pairs[index * 2 + 1]]),
);

/** A pattern written in simplified characters that also matches their traditional forms; no classes in it. */
export function inBothScripts(pattern: string, flags = 'u'): RegExp {
  const widened = Array.from(pattern, (character) =>
    traditional.has(character) ? `[${character}${traditional.get(character)}]` : character,
  );
  return new RegExp(widened.join(''), flags);
}
