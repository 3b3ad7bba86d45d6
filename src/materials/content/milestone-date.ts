const spelled = /^(20\d{2})年?(?:底|末)?$/;
const withMonth = /^(20\d{2})(?:年|[-./])(0?[1-9]|1[0-2])月?(?:底|末)?$/;

/**
 * A milestone's date as year or month: “2023年底” → 2023, “2023年6月” → 2023-06. Null when it names neither; the
 * text is then kept as typed.
 */
export function readMilestoneDate(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[前内]$/, '');
  const month = withMonth.exec(plain);
  if (month) return `${month[1]}-${month[2].padStart(2, '0')}`;
  return spelled.exec(plain)?.[1] ?? null;
}
