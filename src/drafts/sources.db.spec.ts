import { MaterialsOffice } from '../../test/support/materials-office.js';
import { fourPartInput } from '../../test/support/materials.js';
import { assess, importText, reopenDraft } from '../../test/support/drafts-steps.js';
import { type TestHouse } from '../../test/support/test-house.js';
import { logVisit, submissionTitles } from '../materials/index.js';
import { DraftsQuery, traceClauses, type TraceKind } from './index.js';

const text = `质量强国建设纲要上海实施方案（初稿）

一、总体要求
（一）指导思想。深入贯彻质量强国战略，推动高质量发展。
（二）基本原则。坚持质量第一、效益优先。
`;

describe('the sources of the first draft', () => {
  let office: MaterialsOffice;
  let house: TestHouse;
  let submissionIds: string[];
  const trace = (clauseId: string, sourceKind: TraceKind, sourceId: string) =>
    house.perform(traceClauses, { traces: [{ clauseId, sourceKind, sourceId }] });
  const clauses = async () => {
    const versions = await house.get(DraftsQuery).versions(house.compilationId);
    return (await house.get(DraftsQuery).view(house.compilationId, versions.at(-1)!.id)).clauses;
  };
  beforeAll(async () => {
    office = await MaterialsOffice.open();
    house = office.house;
    const units = ['transport', 'water'];
    submissionIds = [];
    for (const unit of units) {
      await office.submit(unit, fourPartInput());
      submissionIds.push((await office.material(unit)).frozen[0].submissionId);
    }
    await office.accept(...units);
    await reopenDraft(house, '初稿');
    await importText(house, text);
  });
  afterAll(() => house.close());

  it('are the accepted materials and the logged visits, and nothing that is not on file', async () => {
    const [, first, second] = await clauses();
    expect((await assess(house, 'materialsTraced')).facts).toMatchObject({
      untraced: 2,
      unusedSubmissions: 2,
    });
    await trace(first.clauseId, 'submission', submissionIds[0]);
    const visit = {
      kind: 'enterprise' as const,
      place: '示例企业',
      visitedOn: '2021-06-25',
      hosts: ['示例企业'],
      findings: '发现。',
    };
    const { id } = await house.perform(logVisit, visit);
    await trace(second.clauseId, 'visit', id);
    for (const kind of ['submission', 'visit'] as const)
      await expect(trace(first.clauseId, kind, 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leave open which materials no clause came from', async () => {
    expect((await assess(house, 'materialsTraced')).facts).toMatchObject({
      untraced: 0,
      unusedSubmissions: 1,
    });
    const titles = await house.database.read((reader) => submissionTitles(reader, submissionIds));
    expect(titles.size).toBe(2);
  });
});
