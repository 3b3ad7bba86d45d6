import { openHouse, type TestHouse } from '../../test/support/test-house.js';
import { advanceCompilation, CompilationQuery } from './index.js';

describe('a prepared compilation', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('stands in prepared, with startCompilation ahead', async () => {
    const status = await house.get(CompilationQuery).status(house.compilationId);
    expect(status.state).toBe('prepared');
    expect(status.next).toEqual({
      event: 'startCompilation',
      title: '启动编制',
      state: 'drafting.collectingMaterials',
    });
  });

  it('shows the Sunday deadline of 25 July as effective at the end of Monday', async () => {
    const deadlines = await house.get(CompilationQuery).deadlines(house.compilationId);
    expect(deadlines.find((deadline) => deadline.key === 'materialsDue')).toMatchObject({
      nominal: '2021-07-25',
      effective: '2021-07-26T15:59:59.999Z',
    });
  });

  it('refuses a step that the chart does not offer from there', async () => {
    await expect(house.perform(advanceCompilation, { event: 'publishScheme' })).rejects.toMatchObject({
      code: 'step-not-offered',
    });
  });
});
