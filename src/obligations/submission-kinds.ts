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

/** How far one part of a submission has come, as a reminder shows it. */
export interface PartProgress {
  title: string;
  /** 已存820字, 尚未填写 */
  text: string;
  missing: boolean;
}

/** What a room that keeps submissions of one kind tells this room, which knows only that something is owed. */
export interface SubmissionKind {
  kind: ObligationKind;
  check(tx: EntityManager, obligation: Obligation): Promise<SubmissionFacts>;
  receipt(tx: EntityManager, obligation: Obligation): Promise<ReceiptContent>;
  /** Subjects that units may choose from; the notice lists them. */
  topics?(reader: EntityManager, compilationId: string): Promise<string[]>;
  /** What the unit has saved so far, part by part; empty when it has not begun. */
  progress?(reader: EntityManager, obligation: Obligation): Promise<PartProgress[]>;
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

  async progress(reader: EntityManager, obligation: Obligation): Promise<PartProgress[]> {
    return (await this.kinds.get(obligation.kind)?.progress?.(reader, obligation)) ?? [];
  }
}
