import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';
import { standAt } from '../../../test/support/stand-at.js';
import { numberIn } from './ledger-filter.js';

describe('the pages of the ledger', () => {
  let house: HttpHouse;
  let auditor: PageVisitor;
  beforeAll(async () => {
    house = await openHttpHouse();
    auditor = await visitAs(house, 'auditor', 'audit-1');
    const office = await visitAs(house, 'secretariat');
    await office.post(`/c/${house.compilationId}/overview/steps/startCompilation`);
  });
  afterAll(() => house.close());

  const path = (below = '') => `/c/${house.compilationId}/ledger${below}`;
  const seqOfStart = async (): Promise<number> => {
    const { html } = await auditor.get(path('?type=compilation.advanced'));
    return Number(/entries\/(\d+)"/.exec(html)![1]);
  };

  it('say how many entries there are, and find those of a kind', async () => {
    const { html } = await auditor.get(path('?type=compilation.advanced'));
    expect(html).toMatch(/<h1>找到1条，台账共\d+条。<\/h1>/);
    expect(html).toContain('办理步骤：启动编制');
  });

  it('find by who acted and by a word of the payload, in any case', async () => {
    expect((await auditor.get(path('?by=unit'))).html).toContain('没有符合条件的条目');
    expect((await auditor.get(path('?text=STARTcompilation'))).html).toContain('找到1条');
    expect((await auditor.get(path('?text=%25'))).html).toContain('没有符合条件的条目');
  });

  it('look through whole days, the last included', async () => {
    const on = (day: string) => auditor.get(path(`?type=compilation.advanced&from=${day}&until=${day}`));
    expect((await on('2021-06-25')).html).toContain('找到1条');
    expect((await on('2021-06-24')).html).toContain('没有符合条件的条目');
  });

  it('lead from a number alone to the entry of that number', async () => {
    const { status, location } = await auditor.get(path(`?text=${encodeURIComponent('第2号')}`));
    expect([status, location]).toEqual([303, path('/entries/2')]);
    expect([numberIn('1203'), numberIn('第 7 号'), numberIn('7号楼'), numberIn('')]).toEqual([
      1203,
      7,
      null,
      null,
    ]);
  });

  it('tell an entry in words, transitions that are alike counted together', async () => {
    const { html } = await auditor.get(path(`/entries/${await seqOfStart()}`));
    expect(html).toContain('启动编制');
    expect(html).toContain('材料收集');
    expect(html).toMatch(/报送任务<\/td>[^]*?未报送<\/td><td[^>]*>160</);
    expect(html).toContain('&quot;prevHash&quot;');
  });

  it('do not have an entry that was never written', async () => {
    expect((await auditor.get(path('/entries/99999'))).status).toBe(404);
    expect((await auditor.get(path('/entries/first'))).status).toBe(404);
  });

  it('carry the ledger away, one entry a line', async () => {
    const { html, headers } = await auditor.get(path('/export'));
    expect(headers.get('content-disposition')).toContain('attachment');
    const lines = html.trimEnd().split('\n');
    expect((JSON.parse(lines[0]) as { seq: number }).seq).toBe(1);
  });

  it('verify the chain, and name what no longer agrees with it', async () => {
    expect((await auditor.get(path('/verification'))).html).toContain('核验通过');
    await standAt(house, 'drafting.composing');
    const { html } = await auditor.get(path('/verification'));
    expect(html).toContain('核验未通过');
    expect(html).toMatch(new RegExp(`重放不一致[^]*${house.compilationId}`));
  });
});
