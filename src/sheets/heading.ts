import { type FieldSpec, type TableKind } from './table-kind.js';

/** A heading as it is compared: widths folded, without spaces, stars, remarks in brackets and a closing colon. */
export function plainHeading(text: string): string {
  const folded = text.normalize('NFKC').replace(/[\s*]/gu, '');
  const bare = folded.replace(/[([{〔【][^()[\]{}〔〕【】]*[)\]}〕】]/gu, '');
  return (bare === '' ? folded.replace(/[()[\]{}〔〕【】]/gu, '') : bare).replace(/^[·•、]|[:：。]$/gu, '');
}

export const serialHeading = /^(?:序号?|编号|号|行号|项次|No\.?|#)$/i;

/** 2 when the heading says the field, 1 when it may, 0 when it does not. */
export function strength<F extends string>({ named, maybe }: FieldSpec<F>, heading: string): 0 | 1 | 2 {
  if (heading === '') return 0;
  if (named.test(heading)) return 2;
  return maybe?.test(heading) === true ? 1 : 0;
}

/** Words that say little below a joined heading: 提出单位 over 名称 is 提出单位名称. */
const generic = /^(?:名称|内容|全称|日期|时间|编号|类别|类型|方式|说明|单位|意见|建议|号)$/;

/** The headings that a column of several header rows may go by, the likelier first. */
export function headingsOf(levels: readonly string[]): string[] {
  const plain = levels.map(plainHeading).filter((text, at, all) => text !== '' && text !== all[at - 1]);
  const leaf = plain.at(-1);
  if (leaf === undefined) return [];
  const whole = plain.join('');
  return generic.test(leaf) ? [whole, leaf] : [leaf, whole];
}

export interface HeadingMatch<F extends string> {
  field: F;
  strength: 1 | 2;
}

/** The fields that a column's headings may mean, the surest first. */
export function matchesOf<F extends string>(
  kind: TableKind<F>,
  levels: readonly string[],
): HeadingMatch<F>[] {
  const matches: HeadingMatch<F>[] = [];
  for (const heading of headingsOf(levels)) {
    for (const spec of kind.fields) {
      const found = strength(spec, heading);
      if (found > 0 && !matches.some(({ field }) => field === spec.field))
        matches.push({ field: spec.field, strength: found as 1 | 2 });
    }
    if (matches.some((match) => match.strength === 2)) break;
  }
  return matches.sort((a, b) => b.strength - a.strength);
}

export const isSerial = (levels: readonly string[]): boolean =>
  headingsOf(levels).some((heading) => serialHeading.test(heading));

/** A short label, no number and no sentence. */
export function looksLikeHeading(text: string): boolean {
  const heading = plainHeading(text);
  return heading !== '' && heading.length <= 20 && !/^[\d.,/:-]+$/.test(heading) && !/[。；！？]/.test(text);
}

/** The field that a heading names beyond doubt. */
export function fieldOfHeading<F extends string>(kind: TableKind<F>, heading: string): F | undefined {
  const [match] = matchesOf(kind, [heading]);
  return match?.strength === 2 ? match.field : undefined;
}
