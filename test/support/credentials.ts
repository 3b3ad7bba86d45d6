import { Account, PersonalToken, RoleGrant } from '../../src/access/accounts/account.entity.js';
import { newAccount } from '../../src/access/accounts/found-house.use-case.js';
import { hashOf, newToken } from '../../src/access/secrets.js';
import { Sessions } from '../../src/access/sessions/sessions.js';
import { IdSource, type StaffRole, staffRoles, WallClock } from '../../src/platform/index.js';
import { formTokenOf } from './page-visitor.js';
import { type TestHouse } from './test-house.js';

/** What callers of the API show: posts a personal token, units and experts the session that their link opened. */
export class Credentials {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(private readonly house: Pick<TestHouse, 'database' | 'get' | 'compilationId'>) {}

  /** @param actor `secretariat:office-1`, `unit:<id>` */
  async headersFor(actor: string, path: string): Promise<Record<string, string>> {
    const [kind, id] = actor.split(':');
    if (kind === 'unit' || kind === 'expert') return this.bySession(kind, id, path);
    const compilationId = idIn(path, 'compilations') ?? this.house.compilationId;
    const known = this.tokens.get(actor) ?? this.tokenOf(id);
    this.tokens.set(actor, known);
    const token = await known;
    await this.grant(id, kind as StaffRole, compilationId);
    return { authorization: `Bearer ${token}` };
  }

  private async bySession(kind: 'unit' | 'expert', partyId: string, path: string) {
    const aboutId = idIn(path, 'obligations|invitees|unit|expert') ?? 'no-such-id';
    const { compilationId } = this.house;
    const entrant = { kind, partyId, aboutId, compilationId, name: '来访者' };
    const token = await this.house.database.write((tx) => this.house.get(Sessions).open(tx, entrant));
    return { cookie: `bianzhi-session=${token}`, 'x-form-token': await formTokenOf(this.house, token) };
  }

  private tokenOf(signInName: string): Promise<string> {
    const ids = this.house.get(IdSource);
    const now = this.house.get(WallClock).now();
    return this.house.database.write(async (tx) => {
      const account =
        (await tx.findOneBy(Account, { signInName })) ?? newAccount(ids.next(), signInName, signInName, now);
      await tx.save(Account, account);
      const token = newToken(ids);
      const row = { id: ids.next(), accountId: account.id, name: '程序', tokenHash: hashOf(token) };
      const scopes: PersonalToken['scopes'] = ['read', 'write'];
      await tx.insert(PersonalToken, { ...row, scopes, createdAt: now, lastUsedAt: now, revokedAt: null });
      return token;
    });
  }

  private async grant(signInName: string, role: StaffRole, compilationId: string): Promise<void> {
    if (!staffRoles.includes(role)) return;
    await this.house.database.write(async (tx) => {
      const account = await tx.findOneByOrFail(Account, { signInName });
      const grant = { accountId: account.id, compilationId, role };
      if (await tx.existsBy(RoleGrant, grant)) return;
      const grantedAt = this.house.get(WallClock).now();
      await tx.insert(RoleGrant, { id: this.house.get(IdSource).next(), ...grant, grantedAt });
    });
  }
}

/** Undefined for what no id can be, as tests with bad input have it. */
const idIn = (path: string, kind: string): string | undefined =>
  new RegExp(`(?:${kind})/([A-Za-z0-9_-]{1,36})(?=[/?]|$)`).exec(path)?.[1];
