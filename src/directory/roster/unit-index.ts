import { normaliseName } from './normalise-name.js';
import { splitUnits } from './split-units.js';
import { type UnitCategory } from './unit-category.js';
import { groupNamed } from './unit-group.js';

/** What the index needs of a unit; rows of the database and of a file both have it. */
export interface NamedUnit {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
}

export type Resolution<U extends NamedUnit = NamedUnit> =
  | { kind: 'unit'; unit: U }
  /** A collective name stands for many units and is none of them: 各区人民政府, 市有关部门, 市行业质量促进会. */
  | { kind: 'group'; name: string; category: UnitCategory | null }
  /** Not known as written; these may be meant, and only a person can say. Never empty. */
  | { kind: 'candidates'; units: readonly U[] };

export interface ResolvedUnit<U extends NamedUnit = NamedUnit> {
  /** As written in the text. */
  name: string;
  leads: boolean;
  resolution: Resolution<U> | undefined;
}

const mostCandidates = 8;
const shortestPartialName = 2;

/**
 * Finds units by any of their names. A name resolves only when exactly one unit bears it; anything less certain
 * is offered as candidates, because an opinion or an obligation put on the wrong unit is worse than a question.
 */
export class UnitIndex<U extends NamedUnit = NamedUnit> {
  private readonly bearers = new Map<string, Set<U>>();

  constructor(units: Iterable<U>) {
    for (const unit of units) {
      for (const name of [unit.name, unit.shortName, ...unit.aliases]) this.add(normaliseName(name), unit);
    }
  }

  /** @returns undefined when no unit's name resembles it */
  resolve(name: string): Resolution<U> | undefined {
    const key = normaliseName(name);
    if (key === '') return undefined;
    const bearers = this.bearersOf(key);
    if (bearers?.size === 1) return { kind: 'unit', unit: [...bearers][0]! };
    if (bearers) return { kind: 'candidates', units: [...bearers] };
    const group = groupNamed(name);
    if (group) return { kind: 'group', ...group };
    const bracketed = this.resolveBracketed(name);
    if (bracketed) return bracketed;
    const units = this.resembling(key);
    return units.length > 0 ? { kind: 'candidates', units } : undefined;
  }

  /** The units of a responsibility bracket, each resolved: 市经济信息化委、市科委按职责分工负责. */
  resolveList(text: string): ResolvedUnit<U>[] {
    return splitUnits(text).flatMap(({ name, leads }) =>
      this.apart(name).map((part) => ({ name: part, leads, resolution: this.resolve(part) })),
    );
  }

  /** As written, with the city's name before it or without, and without 原 before a former name. */
  private bearersOf(key: string): Set<U> | undefined {
    const asWritten = this.bearers.get(key) ?? this.bearers.get(swapCityPrefix(key));
    if (asWritten !== undefined) return asWritten;
    if (/^原./u.test(key)) return this.bearersOf(key.slice(1));
    // A document of the city says 市场监管局, 科委, 宣传部 for its own.
    const found = new Set(
      ['市', '市委', '市政府'].flatMap((city) => [...(this.bearers.get(city + key) ?? [])]),
    );
    return found.size > 0 ? found : undefined;
  }

  /** 市市场监管局（市质量办）, 市质量技监局（已撤销）: one of both names, and not two different ones. */
  private resolveBracketed(name: string): Resolution<U> | undefined {
    const match = /^(.+?)[（(﹙]([^（()）]+)[）)﹚]$/u.exec(name.normalize('NFKC').trim());
    if (!match) return undefined;
    const [outside, inside] = [match[1], match[2]].map((part) => this.bearersOf(normaliseName(part)));
    if (outside === undefined) return undefined;
    const units = [...new Set([...outside, ...(inside ?? [])])];
    return units.length === 1 ? { kind: 'unit', unit: units[0]! } : { kind: 'candidates', units };
  }

  private add(key: string, unit: U): void {
    const bearers = this.bearers.get(key) ?? new Set<U>();
    this.bearers.set(key, bearers.add(unit));
  }

  /** 市科委和市商务委 are two, 市粮食和物资储备局 is one: only the roster can tell. */
  private apart(name: string): string[] {
    if (this.isKnown(name)) return [name];
    for (const { index } of name.matchAll(/[和及与]/g)) {
      const [before, after] = [name.slice(0, index), name.slice(index + 1)];
      if (this.isKnown(before) && this.isKnown(after)) return [before, after];
    }
    return [name];
  }

  private isKnown(name: string): boolean {
    const kind = this.resolve(name)?.kind;
    return kind === 'unit' || kind === 'group';
  }

  private resembling(key: string): U[] {
    if (Array.from(key).length < shortestPartialName) return [];
    const units = new Set<U>();
    for (const [known, bearers] of this.bearers) {
      const within = known.includes(key) || (known.length > shortestPartialName && key.includes(known));
      if (within || isSlipOf(key, known)) {
        for (const unit of bearers) units.add(unit);
      }
      if (units.size >= mostCandidates) break;
    }
    return [...units].slice(0, mostCandidates);
  }
}

/** Whether two names differ by one character written wrong, left out or too many: 市经济信息委. */
function isSlipOf(key: string, known: string): boolean {
  const [a, b] = [Array.from(key), Array.from(known)];
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1;
  const rest = (letters: string[], from: number) => letters.slice(from).join('');
  if (a.length === b.length) return rest(a, same + 1) === rest(b, same + 1);
  return a.length > b.length ? rest(a, same + 1) === rest(b, same) : rest(a, same) === rest(b, same + 1);
}

/** Associations are written 上海…协会 and 上海市…协会 alike. */
function swapCityPrefix(key: string): string {
  if (key.startsWith('上海')) return key.replace(/^上海/, '市');
  return key.replace(/^市/, '上海');
}
