import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type Instant,
  instantColumn,
  jsonColumn,
  optionalInstantColumn,
  optionalJsonColumn,
} from '../platform/index.js';

/** working: may be edited; superseded: a later revision took its place before it was frozen; frozen: never changes. */
export type DraftState = 'working' | 'superseded' | 'frozen';

/** Where the text of a revision came from: a copy of the one before it, or a file or text that was imported. */
export type DraftOrigin = 'copy' | 'docx' | 'markdown' | 'text';

/** A place of the imported text that a person should look at, or what of the file is not in it. */
export interface DraftFinding {
  /** The clause's label, '' for the whole text. */
  place: string;
  sentence: string;
}

/** 文稿版本: one revision of one version name. At most one revision of a compilation is working. */
@Entity('draft_version')
export class DraftVersion {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  /** One of the plan's version names. */
  @Column({ type: 'text' })
  name!: string;

  /** Counts within the name, from 1: 征求意见稿第2次修改稿. */
  @Column({ type: 'integer' })
  revision!: number;

  @Column({ type: 'text' })
  state!: DraftState;

  @Column({ type: 'text' })
  origin!: DraftOrigin;

  @Column({ type: 'text' })
  title!: string;

  /** Passages before the first clause. */
  @Column(jsonColumn)
  head!: string[];

  /** Passages after the last clause. */
  @Column(jsonColumn)
  foot!: string[];

  /** Doubtful places of the split; a person confirms it when there are any. */
  @Column({ type: 'integer' })
  doubts!: number;

  /** The doubtful places themselves and what was left out; null for revisions imported before they were kept. */
  @Column(optionalJsonColumn)
  findings!: DraftFinding[] | null;

  @Column(optionalInstantColumn)
  confirmedAt!: Instant | null;

  /** Why this version stands although nothing was changed, e.g. nobody sent an opinion. */
  @Column({ type: 'text', nullable: true })
  unchangedReason!: string | null;

  /** SHA-256 of the canonical text; set when frozen. */
  @Column({ type: 'text', nullable: true })
  digest!: string | null;

  @Column(instantColumn)
  createdAt!: Instant;

  @Column(optionalInstantColumn)
  frozenAt!: Instant | null;
}
