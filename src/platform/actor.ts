/**
 * Who acts. Roles and ids only: the ledger must not hold personal data, so that a person's data can be erased
 * without breaking the chain.
 */
export interface Actor {
  kind:
    'secretariat' | 'reviewer' | 'unit' | 'expert' | 'leadingGroup' | 'public' | 'system' | 'administrator';
  id: string;
}

export const formatActor = (actor: Actor): string => `${actor.kind}:${actor.id}`;

export const systemActor = (id: string): Actor => ({ kind: 'system', id });
