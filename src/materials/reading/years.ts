/** The two points in time of 通知四、（一）1. */
export const targetYears = [2025, 2035] as const;
export type TargetYear = (typeof targetYears)[number];

const chineseDigits = '〇一二三四五六七八九';
const spelledYear = /二[〇零○O0][〇零一二三四五六七八九]{2}(?=年|$)/gu;
/** Five-year plans by the year in which they end. */
const plans: [RegExp, string][] = [
  [/[“"‘']?十三五[”"’']?(?:规划)?(?:期末|末期|末年|末|时期|期间)?/gu, '2020年'],
  [/[“"‘']?十四五[”"’']?(?:规划)?(?:期末|末期|末年|末|时期|期间)?/gu, '2025年'],
  [/[“"‘']?十五五[”"’']?(?:规划)?(?:期末|末期|末年|末|时期|期间)?/gu, '2030年'],
  [/[“"‘']?十六五[”"’']?(?:规划)?(?:期末|末期|末年|末|时期|期间)?/gu, '2035年'],
];

/** Width folded and years that are written in words written in figures: “十四五”末 → 2025年, 二〇三五年 → 2035年. */
export function withYearsInFigures(text: string): string {
  const figures = text
    .normalize('NFKC')
    .replace(spelledYear, (year) =>
      Array.from(year, (digit) => Math.max(0, chineseDigits.indexOf(digit.replace(/[零○O]/u, '〇')))).join(
        '',
      ),
    );
  return plans.reduce((result, [pattern, year]) => result.replace(pattern, year), figures);
}

/** The years that a text names, in its order, each once. */
export function yearsIn(text: string): number[] {
  const found = [...withYearsInFigures(text).matchAll(/(?<!\d)(20[0-4]\d)(?!\d)/gu)].map(([, year]) =>
    Number(year),
  );
  return [...new Set(found)];
}

export const isTargetYear = (year: number): year is TargetYear =>
  (targetYears as readonly number[]).includes(year);
