/**
 * Who acts. Roles and ids only: the ledger must not hold personal data, so that a person's data can be erased
 * without breaking the chain.
 */
export interface Actor {
  kind:
    | 'secretariat'
    | 'drafter'
    | 'reviewer'
    | 'auditor'
    | 'administrator'
    | 'unit'
    | 'expert'
    | 'leadingGroup'
    | 'public'
    | 'system';
  id: string;
}

export const formatActor = (actor: Actor): string => `${actor.kind}:${actor.id}`;

export const systemActor = (id: string): Actor => ({ kind: 'system', id });
