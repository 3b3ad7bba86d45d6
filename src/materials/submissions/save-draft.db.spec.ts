import { fourPartInput, reportInput } from '../../../test/support/materials.js';
import { MaterialsOffice } from '../../../test/support/materials-office.js';
import { saveDraft } from '../index.js';

let office: MaterialsOffice;
beforeAll(async () => {
  office = await MaterialsOffice.open();
});
afterAll(() => office.close());

const saveAs = async (unitKey: string, revision: number, content: object, actorKey = unitKey) => {
  const { id } = await office.owedBy(unitKey);
  const actor = await office.actor(actorKey);
  return office.house.perform(saveDraft, { obligationId: id, revision, content }, actor);
};

describe('a draft', () => {
  it('shows the form of the unit before anything is saved', async () => {
    const { formTitle, revision, content, length } = await office.material('district-huangpu');
    expect({ formTitle, revision, goals: content.goals }).toEqual({
      formTitle: '质量强区',
      revision: 0,
      goals: [],
    });
    expect(length).toMatchObject({ expected: 3000, characters: 0 });
  });

  it('keeps what has been typed so far, and the obligation is being drafted', async () => {
    await office.save('water', {
      parts: { goals: '到2025年' },
      indicators: [{ name: '水质', value2025: '待定' }],
    });
    const { content, missing } = await office.material('water');
    expect(content.parts.goals).toBe('到2025年');
    expect(content.indicators[0]).toMatchObject({ name: '水质', value2025: '待定' });
    expect(missing).toContain('指标“水质”的2025年目标值“待定”没有写明目标');
    expect((await office.owedBy('water')).state).toBe('drafting');
  });

  it('that says what is saved already changes nothing and leaves no entry in the ledger', async () => {
    const first = await office.save('transport', fourPartInput());
    const before = await office.entries('material.saved');
    expect(await office.save('transport', fourPartInput())).toEqual(first);
    expect(await office.entries('material.saved')).toHaveLength(before.length);
  });

  it('leaves digests in the ledger and none of its text', async () => {
    await office.save('customs', { parts: { goals: '只在材料里的话' } });
    const [entry] = await office.entries('material.saved');
    expect(JSON.stringify(entry.payload)).toMatch(/"contentSha256":"[0-9a-f]{64}"/);
    expect(JSON.stringify(entry.payload)).not.toContain('只在材料里的话');
  });

  it('is not written over by someone who edited an older one', async () => {
    await saveAs('finance', 0, { parts: { goals: '甲' } });
    await saveAs('finance', 1, { parts: { goals: '乙' } });
    await expect(saveAs('finance', 1, { parts: { goals: '丙' } })).rejects.toMatchObject({
      code: 'stale-revision',
      status: 409,
    });
    expect((await office.material('finance')).content.parts.goals).toBe('乙');
  });

  it('of one revision is saved by exactly one of many at once', async () => {
    const attempts = Array.from({ length: 8 }, (_, index) =>
      saveAs('statistics', 0, { parts: { goals: `第${index}人` } }),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await office.material('statistics')).revision).toBe(1);
  });

  it('of another unit does not exist for a unit, while the secretariat may enter what came on paper', async () => {
    await expect(saveAs('justice', 0, {}, 'water')).rejects.toMatchObject({ code: 'not-found' });
    const { id } = await office.owedBy('justice');
    await office.house.perform(saveDraft, { obligationId: id, revision: 0, content: reportInput() });
    expect((await office.material('justice')).content.title).toBe(reportInput().title);
  });
});
