import {
  type ConsultationOffice,
  openConsultationOffice,
} from '../../../test/support/consultation-office.js';
import { type Sent } from '../../engine/index.js';
import { eraseProposer, Opinion, recordLetter } from '../index.js';

const proposer = { category: '社会公众' as const, personName: '王小红', personContact: '上海市某路1号' };

describe('a letter that a clerk enters', () => {
  let office: ConsultationOffice;
  const record = (input: Omit<Sent<typeof recordLetter>, 'proposer'>) =>
    office.perform(recordLetter, { proposer, ...input });
  const stored = () => office.database.read((reader) => reader.find(Opinion, { order: { part: 'ASC' } }));
  beforeAll(async () => {
    office = await openConsultationOffice();
  });
  afterAll(() => office.close());

  it('is dated by its arrival and split into its points in one act', async () => {
    const receivedAt = office.clock.now() - 86_400_000;
    const points = [{ content: '加强培训。', clauseLabel: '二、（一）' }, { content: '降低费用。' }];
    const letter = await record({ content: '一是加强培训，二是降低费用。', receivedAt, points });
    expect(letter).toMatchObject({ number: '2021-0001', parts: ['2021-0001-1', '2021-0001-2'] });
    const rows = await stored();
    expect(rows.map(({ channel, personName }) => [channel, personName])).toEqual(
      Array.from({ length: 3 }, () => ['信函', '王小红']),
    );
    expect(rows.every((row) => row.receivedAt === receivedAt)).toBe(true);
  });

  it('loses the person’s name and contact in all its parts when the person asks for it, and nothing else', async () => {
    const [, part] = await stored();
    await office.perform(eraseProposer, { opinionId: part.id });
    const rows = await stored();
    expect(rows.map(({ personName, personContact }) => [personName, personContact])).toEqual(
      Array.from({ length: 3 }, () => [null, null]),
    );
    expect(rows[1].content).toBe('加强培训。');
  });

  it('with one point stays one opinion', async () => {
    const points = [{ content: '唯一的意见。' }];
    expect(await record({ content: '唯一的意见。', points })).toMatchObject({ parts: [] });
  });
});
