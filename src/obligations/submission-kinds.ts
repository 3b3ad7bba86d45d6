import { strict as assert } from 'node:assert';
import { type EntityManager } from 'typeorm';
import { type SubmissionFacts } from '../../workflows/index.js';
import { type Obligation, type ObligationKind } from './obligation.entity.js';

/** What a receipt (回执) certifies. */
export interface ReceiptContent {
  /** What was handed in: 《实施方案》材料. */
  title: string;
  /** SHA-256 of the frozen content, in hex. */
  digest: string;
  /** The parts with their length or number: “一、现状：820字”. */
  lines: string[];
}

/** What a room that keeps submissions of one kind tells this room, which knows only that something is owed. */
export interface SubmissionKind {
  kind: ObligationKind;
  check(tx: EntityManager, obligation: Obligation): Promise<SubmissionFacts>;
  receipt(tx: EntityManager, obligation: Obligation): Promise<ReceiptContent>;
  /** Subjects that units may choose from; the notice lists them. */
  topics?(reader: EntityManager, compilationId: string): Promise<string[]>;
}

/** Filled by the rooms of materials (`material`) and consultation (`reply`). */
export class SubmissionKinds {
  private readonly kinds = new Map<ObligationKind, SubmissionKind>();

  add(kind: SubmissionKind): void {
    assert.ok(!this.kinds.has(kind.kind), `${kind.kind} is kept by two rooms`);
    this.kinds.set(kind.kind, kind);
  }

  of(kind: ObligationKind): SubmissionKind {
    const found = this.kinds.get(kind);
    assert.ok(found, `no room keeps submissions of kind ${kind}`);
    return found;
  }

  /** Empty where nothing is to be chosen. */
  async topics(reader: EntityManager, kind: ObligationKind, compilationId: string): Promise<string[]> {
    return (await this.kinds.get(kind)?.topics?.(reader, compilationId)) ?? [];
  }
}
