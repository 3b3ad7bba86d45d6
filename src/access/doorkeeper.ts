import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Actor, type Config, configToken, Database, type Role, ServerKey } from '../platform/index.js';
import { CompilationQuery } from '../compilation/index.js';
import { cookieOf, Doorkeeper, type LinkScope, type Party, stranger, type Visitor } from '../web/index.js';
import { Account, PersonalToken, RoleGrant, type TokenScope } from './accounts/account.entity.js';
import { openObligations } from './links/open-obligations.js';
import { hashOf, sameSecret } from './secrets.js';
import { type Session } from './sessions/session.entity.js';
import { Sessions } from './sessions/sessions.js';

export const sessionCookie = 'session';

/** Tells who a request comes from: a session's cookie, or a personal token of a program. */
@Injectable()
export class SessionDoorkeeper extends Doorkeeper {
  private readonly known = new WeakMap<FastifyRequest, Promise<Visitor>>();

  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly compilations: CompilationQuery,
    private readonly key: ServerKey,
    @Inject(configToken) private readonly config: Pick<Config, 'publicUrl' | 'secondFactorRequired'>,
  ) {
    super();
  }

  override recognise(request: FastifyRequest): Promise<Visitor> {
    const known = this.known.get(request) ?? this.look(request);
    this.known.set(request, known);
    return known;
  }

  override async dismiss({ sessionId, byToken }: Visitor): Promise<void> {
    if (sessionId !== null && !byToken) await this.sessions.end(sessionId);
  }

  private async look(request: FastifyRequest): Promise<Visitor> {
    const bearer = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '');
    if (bearer !== null) return this.byToken(bearer[1], request.method);
    const cookie = cookieOf(request, sessionCookie, this.config.publicUrl);
    if (cookie === undefined || cookie === '') return stranger;
    const session = await this.sessions.find(cookie);
    return session === null ? stranger : this.bySession(session);
  }

  private async bySession(session: Session): Promise<Visitor> {
    const { id, kind, name, accountId } = session;
    const formToken = `${id}.${this.proofOf(id)}`;
    const common = { ...stranger, sessionId: id, party: partyOf(session), formToken };
    // The password alone opens nothing but the page that asks for the code.
    if (kind === 'secondFactor') return { ...common, accountId };
    if (kind === 'account') {
      const account = await this.database.read((reader) =>
        reader.findOneBy(Account, { id: accountId ?? '' }),
      );
      if (account === null || account.disabledAt !== null) return stranger;
      const lacksSecondFactor = this.config.secondFactorRequired && account.totpConfirmedAt === null;
      const known = { ...common, name, accountId, lacksSecondFactor };
      return lacksSecondFactor ? known : { ...known, actorAs: await this.rolesOf(account) };
    }
    const scope = await this.scopeOf(session, kind);
    const actor: Actor = { kind, id: session.partyId! };
    const actorAs: Visitor['actorAs'] = (roles, compilationId) =>
      (roles.length === 0 || roles.includes(kind)) &&
      (compilationId === undefined || compilationId === scope.compilationId)
        ? actor
        : null;
    return { ...common, name, scope, actorAs };
  }

  private async scopeOf(session: Session, kind: LinkScope['kind']): Promise<LinkScope> {
    const compilationId = session.compilationId!;
    const aboutId = session.aboutId!;
    if (kind === 'expert') return { kind, compilationId, aboutId, opens: [aboutId] };
    const owed = await this.database.read((reader) =>
      openObligations(reader, compilationId, session.partyId!),
    );
    return { kind, compilationId, aboutId, opens: [...new Set([aboutId, ...owed])] };
  }

  private async byToken(token: string, method: string): Promise<Visitor> {
    const found = await this.database.read((reader) =>
      reader.findOneBy(PersonalToken, { tokenHash: hashOf(token) }),
    );
    if (found === null || found.revokedAt !== null) return stranger;
    const needed: TokenScope = method === 'GET' || method === 'HEAD' ? 'read' : 'write';
    if (!found.scopes.includes(needed)) return stranger;
    const account = await this.database.read((reader) => reader.findOneBy(Account, { id: found.accountId }));
    if (account === null || account.disabledAt !== null) return stranger;
    this.sessions.tokenUsed(found);
    const { name, id: accountId } = account;
    return {
      ...stranger,
      name,
      accountId,
      sessionId: found.id,
      byToken: true,
      actorAs: await this.rolesOf(account),
    };
  }

  /** Forms stay good when their maker comes in again: what was typed before a session ended is not lost with it. */
  override async madeFor(formToken: string): Promise<Party | null> {
    const [sessionId, proof = ''] = formToken.split('.');
    if (!sameSecret(this.proofOf(sessionId), proof)) return null;
    const session = await this.sessions.known(sessionId);
    return session === null ? null : partyOf(session);
  }

  private proofOf(sessionId: string): string {
    return this.key.derive('form', sessionId);
  }

  /**
   * A new compilation has nobody yet: whoever is the administrator of another one is its administrator, so that
   * there is somebody to give the first role.
   */
  private async withoutAdministrator(
    grants: RoleGrant[],
  ): Promise<Pick<RoleGrant, 'compilationId' | 'role'>[]> {
    if (!grants.some(({ role }) => role === 'administrator')) return [];
    const compilations = await this.compilations.list();
    const granted = await this.database.read((reader) => reader.findBy(RoleGrant, { role: 'administrator' }));
    const administered = new Set(granted.map(({ compilationId }) => compilationId));
    return compilations
      .filter(({ id }) => !administered.has(id))
      .map(({ id }) => ({ compilationId: id, role: 'administrator' }));
  }

  /** Roles are read with every request: what is taken away is gone at once (ASVS 5.0, 8.3.2). */
  private async rolesOf({ id, signInName }: Account): Promise<Visitor['actorAs']> {
    const grants = await this.database.read((reader) => reader.findBy(RoleGrant, { accountId: id }));
    const orphaned = await this.withoutAdministrator(grants);
    return (roles, compilationId) => {
      const held = [...grants, ...orphaned].filter(
        (grant) => compilationId === undefined || grant.compilationId === compilationId,
      );
      const wanted: readonly Role[] = roles.length === 0 ? held.map(({ role }) => role) : roles;
      const role = wanted.find((candidate) => held.some((grant) => grant.role === candidate));
      return role === undefined ? null : { kind: role, id: signInName };
    };
  }
}

function partyOf({ kind, name, accountId, compilationId, aboutId, partyId }: Session): Party | null {
  if (kind === 'account') return { key: `account:${accountId}`, name };
  if (kind === 'unit') return { key: `unit:${compilationId}:${partyId}`, name };
  return kind === 'expert' ? { key: `expert:${aboutId}`, name } : null;
}
