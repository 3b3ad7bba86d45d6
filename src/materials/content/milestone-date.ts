/** 上半年, 三季度 and the like behind a year. */
export const quarterOrHalf = '[上下]半年|第?[一二三四1-4]季度';

const behind = '(?:年?[底末]|之前|以前|前|内|止)*';
const spelled = new RegExp(`^(20\\d{2})年?${behind}$`, 'u');
const withMonth = new RegExp(`^(20\\d{2})(?:年|[-./])(0?[1-9]|1[0-2])月?${behind}$`, 'u');
const withDay = new RegExp(
  `^(20\\d{2})(?:年|[-./])(0?[1-9]|1[0-2])(?:月|[-./])(0?[1-9]|[12]\\d|3[01])日?${behind}$`,
  'u',
);
const withQuarter = new RegExp(`^(20\\d{2})年?(${quarterOrHalf})${behind}$`, 'u');
const span = /^(20\d{2}[^—–~～至]*?)(?:[—–~～至]+|-(?=20\d{2}))(.+)$/u;

/** The last month of each. */
const lastMonths: [RegExp, string][] = [
  [/上半年|[二2]季度/u, '06'],
  [/下半年|[四4]季度/u, '12'],
  [/[一1]季度/u, '03'],
  [/[三3]季度/u, '09'],
];

/**
 * A milestone's date as year, month, day or a span of them: “2023年底” → 2023, “2023年6月” → 2023-06, 三季度 → 2023-09,
 * “2022—2025年” → 2022—2025. Null when it names none; the text is then kept as typed.
 */
export function readMilestoneDate(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^(?:到|至|截至)/u, '');
  const from = span.exec(plain);
  if (from === null) return readPoint(plain);
  const [begins, ends] = [
    readPoint(from[1]),
    readPoint(/^20\d{2}/u.test(from[2]) ? from[2] : from[1].slice(0, 5) + from[2]),
  ];
  return begins === null || ends === null ? null : `${begins}—${ends}`;
}

function readPoint(plain: string): string | null {
  const day = withDay.exec(plain);
  if (day) return `${day[1]}-${day[2].padStart(2, '0')}-${day[3].padStart(2, '0')}`;
  const month = withMonth.exec(plain);
  if (month) return `${month[1]}-${month[2].padStart(2, '0')}`;
  const quarter = withQuarter.exec(plain);
  if (quarter)
    return `${quarter[1]}-${lastMonths.find(([pattern]) => pattern.test(quarter[2]))?.[1] ?? '12'}`;
  return spelled.exec(plain)?.[1] ?? null;
}
