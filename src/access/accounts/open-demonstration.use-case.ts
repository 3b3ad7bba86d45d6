import { Injectable } from '@nestjs/common';
import { Database, IdSource, type StaffRole, staffRoles, WallClock } from '../../platform/index.js';
import { Account, RoleGrant } from './account.entity.js';
import { newAccount } from './found-house.use-case.js';
import { OneTimeLinks } from './one-time-links.js';

/** Posts of a demonstration, named as the rehearsal names those who acted before. */
const posts: { name: string; roles: readonly StaffRole[] }[] = [
  { name: '经办一岗', roles: staffRoles },
  { name: '经办二岗', roles: ['secretariat'] },
  { name: '复核岗', roles: ['reviewer', 'auditor'] },
];

/** The posts of a throw-away house, each with a link that signs it in once. Real houses found theirs. */
@Injectable()
export class OpenDemonstrationUseCase {
  constructor(
    private readonly database: Database,
    private readonly clock: WallClock,
    private readonly ids: IdSource,
    private readonly links: OneTimeLinks,
  ) {}

  /** @returns the token of each post's link */
  execute(compilationId: string): Promise<{ name: string; token: string }[]> {
    return this.database.write(async (tx) => {
      const opened: { name: string; token: string }[] = [];
      for (const { name, roles } of posts) {
        const account = newAccount(this.ids.next(), name, name, this.clock.now());
        await tx.insert(Account, account);
        for (const role of roles) {
          const grant = { accountId: account.id, compilationId, role, grantedAt: this.clock.now() };
          await tx.insert(RoleGrant, { id: this.ids.next(), ...grant });
        }
        opened.push({ name, token: await this.links.make(tx, 'signIn', account.id) });
      }
      return opened;
    });
  }
}
