import { type FastifyRequest } from 'fastify';
import { type Actor, type Role } from '../platform/index.js';

/** What a link in a mail opens, and nothing else. */
export interface LinkScope {
  kind: 'unit' | 'expert';
  compilationId: string;
  /** The obligation of a unit, the invitation of an expert. */
  aboutId: string;
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
  /** Goes into every form; a page of another site cannot know it. */
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
  formToken: '',
  byToken: false,
  actorAs: () => null,
};

/** Port: tells who a visitor is. The access room implements it. */
export abstract class Doorkeeper {
  abstract recognise(request: FastifyRequest): Promise<Visitor>;
  /** Ends the session in which somebody came, for they have just been given another one. */
  abstract dismiss(visitor: Visitor): Promise<void>;
}
