import { fourPartInput, reportInput } from '../../../test/support/materials.js';
import { MaterialsOffice } from '../../../test/support/materials-office.js';
import { waiveObligations } from '../../obligations/index.js';
import { Mail } from '../../outbox/index.js';
import { frozenRecord, saveDraft, Submission, SubmissionsQuery } from '../index.js';
import { sha256, sm3 } from '../../platform/index.js';

let office: MaterialsOffice;
beforeAll(async () => {
  office = await MaterialsOffice.open();
});
afterAll(() => office.close());

const version = (id: string) => office.house.get(SubmissionsQuery).frozenVersion(office.compilationId, id);
const receiptsAbout = (about: string) =>
  office.house.database.read((reader) => reader.findBy(Mail, { about, template: 'receipt' }));

describe('handing in', () => {
  it('is refused while something is missing, with every fault named, and keeps what was entered', async () => {
    const half = { ...fourPartInput(), indicators: [], attested: false };
    await expect(office.submit('water', half)).rejects.toMatchObject({
      code: 'gate-not-met',
      userMessage: expect.stringMatching(
        /“目标”没有量化指标.*没有确认数据真实准确.*已填内容均已保存/,
      ) as string,
    });
    const kept = await office.material('water');
    expect(kept.content.parts).toMatchObject(half.parts);
    expect(kept.frozen).toEqual([]);
    expect((await office.owedBy('water')).state).toBe('drafting');
  });

  it('of nothing at all is refused with what is needed', async () => {
    await expect(office.submit('commerce')).rejects.toMatchObject({
      userMessage: expect.stringContaining('“现状”没有填写') as string,
    });
    expect((await office.owedBy('commerce')).state).toBe('owed');
  });

  it('freezes and digests the version with SHA-256 and SM3, which the ledger records', async () => {
    const submitted = await office.submit('transport', fourPartInput());
    const { submission, files, intact } = await version(submitted.submissionId);
    const record = frozenRecord(submission, files);
    expect([submitted.sha256, submitted.sm3]).toEqual([sha256(record), sm3(record)]);
    expect(intact).toBe(true);
    const [entry] = await office.entries('material.submitted');
    expect(entry.payload).toMatchObject({ sha256: submitted.sha256, sm3: submitted.sm3, number: 1 });
  });

  it('sends one receipt with the digest and the length of each part', async () => {
    const { sha256: digest } = await office.submit('education', fourPartInput());
    const [receipt, ...others] = await receiptsAbout((await office.owedBy('education')).id);
    expect(others).toEqual([]);
    expect(receipt.view).toMatchObject({
      submission: {
        sha256: digest,
        parts: [
          { title: '一、现状', text: '780字' },
          { title: '二、存在问题和不足', text: '770字，问题1项' },
          { title: '三、目标', text: '750字，指标1项，均有2025年、2035年目标' },
          { title: '四、任务与举措', text: '715字，任务1项' },
        ],
      },
    });
  });

  it('of a report tells its topic, title and length on the receipt', async () => {
    await office.submit('institute-quality-standardization', reportInput());
    const { id } = await office.owedBy('institute-quality-standardization');
    const [receipt] = await receiptsAbout(id);
    expect(receipt.view).toMatchObject({
      submission: {
        parts: [
          { title: '研究方向', text: '课题6　我市质量基础设施国内国际比较分析' },
          { title: '题目', text: reportInput().title },
          { title: '报告正文', text: '10230字' },
        ],
      },
    });
  });

  it('with a length far from 3000 characters is warned about and done', async () => {
    const short = {
      ...fourPartInput(),
      parts: { currentState: '甲', shortcomings: '乙', goals: '丙', measures: '丁' },
    };
    await office.save('health', short);
    const { missing, warnings } = await office.material('health');
    expect(missing).toEqual([]);
    expect(warnings[0]).toMatch(/正文4字.*少于要求的约3000字.*不影响报送/);
    await office.submit('health');
    expect((await office.owedBy('health')).state).toBe('submitted');
  });

  it('without the scan of the stamped cover letter is warned about and done', async () => {
    const { warnings } = await office.material('transport');
    expect(warnings).toEqual(['尚未上传盖章的报送函扫描件，请与材料一并报送或者随后补送纸质件']);
  });
});

describe('what was handed in', () => {
  it('is not written on until it is withdrawn or returned', async () => {
    await office.submit('greening', fourPartInput());
    await expect(office.save('greening', {})).rejects.toMatchObject({
      code: 'material-frozen',
      userMessage: '材料已经报送，内容已冻结。如需修改，请先撤回。',
    });
    await office.accept('greening');
    await expect(office.save('greening', {})).rejects.toMatchObject({
      userMessage: expect.stringContaining('已经审核通过') as string,
    });
  });

  it('keeps its frozen version when it is returned and revised', async () => {
    const first = await office.submit('taxation', fourPartInput());
    await office.sendBack('taxation', '请补充指标');
    const { revision, content, returnComments, open } = await office.material('taxation');
    expect({ open, returnComments }).toEqual({ open: true, returnComments: ['请补充指标'] });
    expect(content.goals).toEqual(fourPartInput().goals);
    await office.save('taxation', {
      ...fourPartInput(),
      goals: [{ title: '新的目标' }, ...fourPartInput().goals],
    });
    expect((await office.material('taxation')).revision).toBe(revision + 1);
    const second = await office.submit('taxation');
    const { frozen } = await office.material('taxation');
    expect(frozen.map(({ number, sha256: digest }) => [number, digest])).toEqual([
      [1, first.sha256],
      [2, second.sha256],
    ]);
    expect((await version(first.submissionId)).submission.content.goals).toEqual(fourPartInput().goals);
    expect((await version(first.submissionId)).intact).toBe(true);
  });

  it('keeps its frozen version when it is withdrawn and handed in again as it was', async () => {
    const first = await office.submit('drug-administration', fourPartInput());
    await office.withdraw('drug-administration');
    expect((await office.owedBy('drug-administration')).state).toBe('drafting');
    const second = await office.submit('drug-administration');
    expect(second.number).toBe(2);
    expect(second.sha256).not.toBe(first.sha256);
    expect((await office.material('drug-administration')).frozen).toHaveLength(2);
  });

  it('no longer counts as intact when somebody changes the row behind the house', async () => {
    const { submissionId } = await office.submit('culture-tourism', fourPartInput());
    const { submission } = await version(submissionId);
    const content = { ...submission.content, title: '改过' };
    await office.house.database.write((tx) =>
      tx.update(Submission, { id: submissionId }, { content } as never),
    );
    expect((await version(submissionId)).intact).toBe(false);
  });

  it('may be late without being refused', async () => {
    await office.save('civil-affairs', fourPartInput());
    office.house.clock.moveTo(Date.parse('2021-07-27T09:00:00+08:00'));
    await office.submit('civil-affairs');
    expect(await office.owedBy('civil-affairs')).toMatchObject({ state: 'submitted', handedInLate: true });
  });
});

describe('a waived obligation', () => {
  it('takes no material any more', async () => {
    const { id } = await office.owedBy('public-security');
    const waiver = { ids: [id], reason: '机构合并', approver: '市质量办主任' };
    await office.house.perform(waiveObligations, waiver);
    const attempt = office.house.perform(saveDraft, { obligationId: id, revision: 0, content: {} });
    await expect(attempt).rejects.toMatchObject({ userMessage: '该报送任务已经豁免，不需要报送材料。' });
  });
});
