import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';
import { secretary } from '../../../test/support/test-house.js';
import { advanceCompilation } from '../../compilation/index.js';
import { DirectoryQuery, importUnits } from '../../directory/index.js';
import { LedgerQuery } from '../../ledger/index.js';

describe('the page of a unit in the roster', () => {
  let house: HttpHouse;
  let office: PageVisitor;
  beforeAll(async () => {
    house = await openHttpHouse(undefined, 12);
    office = await visitAs(house, 'secretariat');
  });
  afterAll(() => house.close());

  const path = (...rest: string[]) => ['/c', house.compilationId, 'settings', ...rest].join('/');
  const lastAct = async () =>
    (await house.get(LedgerQuery).latest(house.compilationId, { limit: 1 }))[0].type;
  const rowFor = (name: string) => {
    const lines = ['单位全称,类别,联络员邮箱', `${name},促进会成员单位,new@example.org`];
    return { bytes: Buffer.from(lines.join('\r\n')), name: '名册.csv', mediaType: 'text/csv' };
  };

  it('asks a unit that was entered after the others on its own page, once', async () => {
    await house.perform(importUnits, {}, secretary, rowFor('示例后设协会'));
    const [{ id }] = await house.get(DirectoryQuery).units({ name: '示例后设协会' });
    const page = path('units', id);
    expect((await office.get(page)).html).not.toContain('补发报送任务');
    await house.perform(advanceCompilation, { event: 'startCompilation' });
    await house.perform(importUnits, {}, secretary, rowFor('示例新设协会'));
    const [later] = await house.get(DirectoryQuery).units({ name: '示例新设协会' });
    const late = path('units', later.id);
    expect((await office.get(page)).html).not.toContain('补发报送任务');
    expect((await office.get(late)).html).toContain('补发报送任务');
    const issued = await office.post(`${late}/obligation`, { kind: 'material', until: '' });
    expect([issued.status, await lastAct()]).toEqual([303, 'obligation.issued']);
    expect((await office.get(late)).html).not.toContain('补发报送任务');
    const again = await office.post(`${late}/obligation`, { kind: 'material', until: '' });
    expect([again.status, again.html.includes('已有本轮报送任务')]).toEqual([409, true]);
  });
});
