import { normaliseName } from './normalise-name.js';
import { splitUnits } from './split-units.js';
import { categoryNamed, type UnitCategory } from './unit-category.js';

/** What the index needs of a unit; rows of the database and of a file both have it. */
export interface NamedUnit {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
}

export type Resolution<U extends NamedUnit = NamedUnit> =
  | { kind: 'unit'; unit: U }
  /** A collective name: 各区人民政府, 市行业质量促进会. */
  | { kind: 'category'; category: UnitCategory }
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
    const bearers = this.bearers.get(key) ?? this.bearers.get(swapCityPrefix(key));
    if (bearers?.size === 1) return { kind: 'unit', unit: [...bearers][0]! };
    if (bearers) return { kind: 'candidates', units: [...bearers] };
    const category = categoryNamed(name);
    if (category) return { kind: 'category', category };
    const units = this.resembling(key);
    return units.length > 0 ? { kind: 'candidates', units } : undefined;
  }

  /** The units of a responsibility bracket, each resolved: 市经济信息化委、市科委按职责分工负责. */
  resolveList(text: string): ResolvedUnit<U>[] {
    return splitUnits(text).flatMap(({ name, leads }) =>
      this.apart(name).map((part) => ({ name: part, leads, resolution: this.resolve(part) })),
    );
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
    return kind === 'unit' || kind === 'category';
  }

  private resembling(key: string): U[] {
    if (Array.from(key).length < shortestPartialName) return [];
    const units = new Set<U>();
    for (const [known, bearers] of this.bearers) {
      if (known.includes(key) || (known.length > shortestPartialName && key.includes(known))) {
        for (const unit of bearers) units.add(unit);
      }
      if (units.size >= mostCandidates) break;
    }
    return [...units].slice(0, mostCandidates);
  }
}

/** Associations are written 上海…协会 and 上海市…协会 alike. */
function swapCityPrefix(key: string): string {
  if (key.startsWith('上海')) return key.replace(/^上海/, '市');
  return key.replace(/^市/, '上海');
}
