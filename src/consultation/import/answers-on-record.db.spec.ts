import { react } from '../../../test/support/drafts-steps.js';
import { openConsultationOffice } from '../../../test/support/consultation-office.js';
import { secretary } from '../../../test/support/test-house.js';
import { findUnits } from '../../directory/index.js';
import { findObligations } from '../../obligations/index.js';
import { importOpinions } from '../index.js';

describe('an answer 无意见 in a table of opinions', () => {
  it('is the reply of its unit, once', async () => {
    const office = await openConsultationOffice();
    const { compilationId: id } = office;
    await react(office, 'issueObligations', { kind: 'reply', deadlineKey: 'unitRepliesDue' });
    const read = () => office.database.read((reader) => findObligations(reader, id, { kind: 'reply' }));
    const [owed] = await read();
    const units = await office.database.read(findUnits);
    const { name } = units.find((unit) => unit.id === owed.unitId)!;
    const file = {
      bytes: Buffer.from(`意见内容,提出单位\n无意见,${name}\n`),
      name: '意见.csv',
      mediaType: 'text/csv',
    };
    const take = () => office.perform(importOpinions, {}, secretary, file);
    expect(await take()).toMatchObject({ valid: 0, answered: 1 });
    expect((await read()).find((one) => one.id === owed.id)?.state).toBe('submitted');
    expect(await take()).toMatchObject({ valid: 0, answered: 0 });
    await office.close();
  });
});
