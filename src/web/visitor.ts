import { type FastifyRequest } from 'fastify';
import { type Actor, type Role } from '../platform/index.js';

/** What a link in a mail opens, and nothing else. */
export interface LinkScope {
  kind: 'unit' | 'expert';
  compilationId: string;
  /** The obligation of a unit, the invitation of an expert, by whose link they came in. */
  aboutId: string;
  /** All that is open to them: whatever else the unit owes in this compilation, too. */
  opens: readonly string[];
}

/** Somebody for whom forms are made: the same one after signing in again, whatever the session. */
export interface Party {
  /** `unit:<compilation>:<unit>`, `expert:<invitation>`, `account:<account>` */
  key: string;
  /** A post, an organisation or a person, as sentences call them. */
  name: string;
}

/** Whoever sent a request, as far as the house can tell. */
export interface Visitor {
  /** How the page greets them: a post or an organisation; null when nobody has signed in. */
  name: string | null;
  sessionId: string | null;
  /** Of staff. */
  accountId: string | null;
  /** Staff who may do nothing until they have bound an authenticator. */
  lacksSecondFactor: boolean;
  /** Set when they came by a link. */
  scope: LinkScope | null;
  /** Null for a stranger, and before the second factor. */
  party: Party | null;
  /** Goes into every form; proves for which party it was made, and no page of another site can know it. */
  formToken: string;
  /** Came with a personal token, which no browser sends on its own: forms need no token of theirs. */
  byToken: boolean;
  /** @returns who acts, in the first of these roles that they hold in the compilation; null when in none */
  actorAs(roles: readonly Role[], compilationId: string | undefined): Actor | null;
}

/** Somebody of whom nothing is known. */
export const stranger: Visitor = {
  name: null,
  sessionId: null,
  accountId: null,
  lacksSecondFactor: false,
  scope: null,
  party: null,
  formToken: '',
  byToken: false,
  actorAs: () => null,
};

/** Port: tells who a visitor is. The access room implements it. */
export abstract class Doorkeeper {
  abstract recognise(request: FastifyRequest): Promise<Visitor>;
  /** For whom a form with this token was made, in a session of today or an earlier one; null when nobody's. */
  abstract madeFor(formToken: string): Promise<Party | null>;
  /** Ends the session in which somebody came, for they have just been given another one. */
  abstract dismiss(visitor: Visitor): Promise<void>;
}
