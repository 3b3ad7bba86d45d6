import { openPagesOffice } from '../../../test/support/pages-office.js';
import { WorkflowInstance } from '../../engine/index.js';
import { Obligation } from '../../obligations/index.js';
import { insertRows } from '../../platform/index.js';

const rounds = 62;

describe('a register of ten thousand obligations', () => {
  it('is filtered, counted and paged like a short one', async () => {
    const office = await openPagesOffice();
    const { database } = office.house;
    await database.write(async (tx) => {
      const known = await tx.find(Obligation);
      const [instance] = await tx.find(WorkflowInstance, { where: { id: known[0].id } });
      for (let round = 2; round <= rounds; round++) {
        const rows = known.map((one, index) => ({ ...one, round, id: `long-${round}-${index}` }));
        await insertRows(tx, Obligation, rows);
        await insertRows(
          tx,
          WorkflowInstance,
          rows.map(({ id }) => ({ ...instance, id })),
        );
      }
    });
    const total = 160 * rounds;
    const { html } = await office.post.get(`${office.base}/materials?page=${Math.ceil(total / 50)}`);
    expect(html).toContain(`<h1>报送任务共${total}件，已了结0件，没有逾期。</h1>`);
    expect(html).toContain(`第${total - (total % 50 || 50) + 1}至${total}件，共${total}件`);
    const narrowed = await office.post.get(`${office.base}/materials?unit=商务委`);
    expect(narrowed.html).toContain(`共${rounds}件`);
    await office.house.close();
  });
});
