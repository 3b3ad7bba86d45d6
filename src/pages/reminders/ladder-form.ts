import { z } from 'zod';
import { type Sent } from '../../engine/index.js';
import { type editLadder, type Rung, templateAt } from '../../reminders/index.js';

/** Every rung is a row of fields that bear its number: `title-0`, `when-0`, `days-0`, … */
export const ladderBody = z.object({ revision: z.coerce.number() }).catchall(z.unknown());
export type LadderBody = z.output<typeof ladderBody>;

/** Empty rows at the end, for new rungs. */
const spareRows = 3;
const longest = 40;

export interface LadderRow {
  number: number;
  key: string;
  title: string;
  when: 'issue' | 'before' | 'due' | 'after';
  days: string;
  leader: boolean;
  liaison: boolean;
  repeat: string;
}

/** The ladder as rows of fields. */
export function rowsOf(rungs: readonly Rung[]): LadderRow[] {
  const rows = rungs.map((rung, number) => ({
    number,
    key: rung.key,
    title: rung.title,
    ...dayOf(rung.offsetWorkingDays),
    liaison: rung.audience.includes('liaison'),
    leader: rung.audience.includes('leader'),
    repeat: rung.repeatEveryWorkingDays === undefined ? '' : String(rung.repeatEveryWorkingDays),
  }));
  const spare = Array.from({ length: spareRows }, (_, index) => ({
    ...{ number: rungs.length + index, key: '', title: '', when: 'before' as const, days: '' },
    ...{ liaison: true, leader: false, repeat: '' },
  }));
  return [...rows, ...spare];
}

function dayOf(offset: number | null): Pick<LadderRow, 'when' | 'days'> {
  if (offset === null) return { when: 'issue', days: '' };
  if (offset === 0) return { when: 'due', days: '' };
  return { when: offset < 0 ? 'before' : 'after', days: String(Math.abs(offset)) };
}

/** What was typed, as the ladder's use case takes it; rows without a title are left out. */
export function rungsFrom(body: LadderBody): Sent<typeof editLadder>['rungs'] {
  const text = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const numbers = Array.from({ length: longest }, (_, number) => number);
  return numbers.flatMap((number) => {
    const title = text(`title-${number}`);
    if (title === '' || text(`remove-${number}`) !== '') return [];
    const offsetWorkingDays = offsetOf(text(`when-${number}`), text(`days-${number}`));
    const repeat = text(`repeat-${number}`);
    return {
      key: text(`key-${number}`) || keyFor(offsetWorkingDays),
      title,
      offsetWorkingDays,
      template: templateAt(offsetWorkingDays),
      audience: (['liaison', 'leader'] as const).filter((role) => text(`${role}-${number}`) !== ''),
      ...(repeat === '' ? {} : { repeatEveryWorkingDays: Number(repeat) }),
    };
  });
}

function offsetOf(when: string, days: string): number | null {
  if (when === 'issue') return null;
  if (when === 'due') return 0;
  const count = days === '' ? Number.NaN : Number(days);
  return when === 'before' ? -count : count;
}

/** The register knows a rung by its key; a new one is named after its day. */
function keyFor(offset: number | null): string {
  if (offset === null) return 'issued';
  if (offset === 0) return 'on-day';
  return `added-${offset < 0 ? 'before' : 'after'}-${Math.abs(offset)}`;
}
