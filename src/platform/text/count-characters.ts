/**
 * One unit of length: a Latin (or Greek, Cyrillic) word or a number with what belongs to it (3.5, 1,000, e-mail,
 * don't, 3D), else a single character. The order of the alternatives matters: a number takes its decimal point
 * before a word could stop at it.
 */
const units =
  /\p{Nd}+(?:[.,．]\p{Nd}+)*(?![\p{Script=Latin}\p{Nd}])|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}](?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{M}]|['’-](?=\p{L}))*|[^\s\p{C}\p{M}]/gu;

/**
 * Length of a text as Chinese editors count it (字数): each 汉字, each punctuation mark and each Latin word or
 * number is one; spaces, line breaks and characters without width are none. “到2025年。” is 4.
 */
export function countCharacters(text: string): number {
  return text.normalize('NFC').match(units)?.length ?? 0;
}
