import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, optionalInstantColumn } from '../../platform/index.js';

export const linkKinds = ['unit', 'expert'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Stands only for a link that is no longer the first one: renewed, or revoked. */
@Entity('access_link')
export class AccessLink {
  /** The obligation or the invitation that the link opens. */
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'text' })
  kind!: LinkKind;

  @Column({ type: 'varchar' })
  compilationId!: string;

  /** Links of earlier generations are void. */
  @Column({ type: 'integer' })
  generation!: number;

  @Column(optionalInstantColumn)
  revokedAt!: Instant | null;

  @Column(optionalInstantColumn)
  renewedAt!: Instant | null;
}
