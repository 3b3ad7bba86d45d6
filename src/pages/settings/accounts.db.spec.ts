import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { visitAs } from '../../../test/support/page-visitor.js';
import { Account, RoleGrant } from '../../access/accounts/account.entity.js';
import { newAccount } from '../../access/accounts/found-house.use-case.js';

describe('accounts of a house with several compilations', () => {
  let house: HttpHouse;
  beforeEach(async () => {
    house = await openHttpHouse(undefined, 12);
  });
  afterEach(() => house.close());
  const path = (...rest: string[]) => ['/c', house.compilationId, 'settings', ...rest].join('/');

  it('an administrator has no hand in an account that acts where somebody else administers', async () => {
    const administrator = await visitAs(house, 'administrator');
    const [mine, other] = await house.database.write(async (tx) => {
      const made = ['office-8', 'office-9'].map((name) => newAccount(`id-${name}`, name, name, 0));
      await tx.insert(Account, made);
      const elsewhere = { compilationId: 'another-compilation', grantedAt: 0 };
      await tx.insert(RoleGrant, {
        id: 'grant-8',
        accountId: made[0].id,
        role: 'secretariat',
        ...elsewhere,
      });
      await tx.insert(RoleGrant, {
        id: 'grant-9',
        accountId: made[1].id,
        role: 'administrator',
        ...elsewhere,
      });
      return made.map(({ id }) => id);
    });
    for (const id of [mine, other]) {
      for (const act of ['reset', 'disable', 'sign-out']) {
        const answer = await administrator.post(path('accounts', id, act));
        expect(answer.status).toBe(403);
        expect(answer.html).not.toContain('/set-password/');
      }
    }
  });
});
