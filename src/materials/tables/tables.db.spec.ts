import { fourPartInput, reportInput } from '../../../test/support/materials.js';
import { MaterialsOffice } from '../../../test/support/materials-office.js';
import {
  type AcceptedSubmission,
  countEvidence,
  findAcceptedSubmissions,
  IndicatorsQuery,
  listAcceptedSubmissions,
  IndicatorTableQuery,
  SubmissionTableQuery,
  SchemeLinksQuery,
  SubmissionProgressQuery,
  submissionTitles,
} from '../index.js';

let office: MaterialsOffice;
beforeAll(async () => {
  office = await MaterialsOffice.open();
  await office.submit('institute-tongji', reportInput());
  await office.submit('district-xuhui', withValue2025(96));
  await office.submit('water', fourPartInput());
  await office.submit('transport', fourPartInput());
  await office.save('finance', withValue2025(11));
  await office.accept('water', 'district-xuhui', 'institute-tongji');
});
afterAll(() => office.close());

function withValue2025(value2025: number) {
  const input = fourPartInput();
  return { ...input, indicators: [{ ...input.indicators[0], value2025 }] };
}
const read = <T>(fn: Parameters<typeof office.house.database.read<T>>[0]) => office.house.database.read(fn);
const accepted = (until?: number) =>
  read(async (reader) => {
    const all: AcceptedSubmission[] = [];
    for await (const one of findAcceptedSubmissions(reader, office.compilationId, until)) all.push(one);
    return all;
  });

describe('the table of all indicators', () => {
  it('holds what was handed in, not what is being drafted, and flags contradictions', async () => {
    const table = await office.house.get(IndicatorsQuery).table(office.compilationId);
    expect(table).toMatchObject({ submissions: 4, conflicting: 1 });
    expect(table.rows.map(({ name, entries }) => [name, entries.map(({ unitName }) => unitName)])).toEqual([
      ['制造业产品质量合格率', ['市交通委', '市水务局', '徐汇区质量办']],
    ]);
    expect(table.rows[0].conflicts.map(({ sentence }) => sentence)).toEqual([
      '2025年目标值不一致：≥95（市交通委、市水务局）、≥96（徐汇区质量办）',
    ]);
  });

  it('can be limited to what was accepted', async () => {
    const table = await office.house.get(IndicatorsQuery).table(office.compilationId, { acceptedOnly: true });
    expect(table.rows[0].entries.map(({ unitName }) => unitName)).toEqual(['市水务局', '徐汇区质量办']);
  });

  it('leaves out what was returned until it is handed in again', async () => {
    await office.submit('health', withValue2025(90));
    await office.sendBack('health', '请核对');
    const table = await office.house.get(IndicatorsQuery).table(office.compilationId);
    expect(table.rows[0].entries.map(({ unitName }) => unitName)).not.toContain('市卫生健康委');
  });
});

describe('accepted submissions', () => {
  it('come in the order of the addressees with their parts, topic and digests', async () => {
    const all = await accepted();
    expect(all.map(({ category, title, topic }) => [category, title, topic])).toEqual([
      ['member', '质量强业材料', null],
      ['district', '质量强区材料', null],
      ['institute', reportInput().title, '课题6　我市质量基础设施国内国际比较分析'],
    ]);
    expect(all[0].parts.map(({ title }) => title)).toEqual(['现状', '存在问题和不足', '目标', '任务与举措']);
    expect(all[0].parts[0].text).toBe(fourPartInput().parts.currentState);
    expect(all.every(({ sha256, sm3 }) => sha256.length === 64 && sm3.length === 64)).toBe(true);
  });

  it('are the same again for the instant of a ledger position, whatever is accepted later', async () => {
    const then = office.house.clock.now();
    office.house.clock.moveTo(then + 60_000);
    await office.accept('transport');
    expect((await accepted(then)).map(({ unitName }) => unitName)).toHaveLength(3);
    expect(await accepted()).toHaveLength(4);
    const listed = await read((reader) => listAcceptedSubmissions(reader, office.compilationId, then));
    expect(listed).toHaveLength(3);
  });

  it('are counted as evidence and named as sources', async () => {
    expect(await read((reader) => countEvidence(reader, office.compilationId))).toEqual({
      materials: 3,
      reports: 1,
      visits: 0,
    });
    const [first] = await accepted();
    const titles = await read((reader) => submissionTitles(reader, [first.id, 'unknown']));
    expect([...titles.values()]).toEqual(['市交通委　质量强业材料']);
  });
});

describe('tables as files', () => {
  const csv = async (file: Promise<AsyncIterable<Buffer>>) => {
    const chunks: Buffer[] = [];
    for await (const chunk of await file) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
  };

  it('hold one line per unit for the progress of the submissions', async () => {
    const table = office.house.get(SubmissionTableQuery);
    const lines = await csv(table.render(office.compilationId, 'csv'));
    expect(lines).toHaveLength(161);
    expect(lines[0]).toContain('"单位","类别","材料","状态","期限","报送时间","时效"');
    expect(lines.find((line) => line.includes('上海市水务局'))).toContain('审核通过');
  });

  it('say in their head how many units owe, are accepted, waived and late', async () => {
    const table = office.house.get(SubmissionTableQuery);
    const page = (await csv(table.render(office.compilationId, 'html'))).join('');
    expect(page).toContain(
      '应报送160家，审核通过4家，待审核0家，豁免0家，未报送156家（其中逾期0家）；逾期报送0家。',
    );
  });

  it('hold one line per unit and indicator with what contradicts', async () => {
    const table = office.house.get(IndicatorTableQuery);
    const lines = await csv(table.render(office.compilationId, 'csv'));
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('2025年目标值不一致：≥95（市交通委、市水务局）、≥96（徐汇区质量办）');
  });
});

describe('the submission progress table', () => {
  it('has one row per unit in the order of the addressees', async () => {
    const rows = await office.house.get(SubmissionProgressQuery).rows(office.compilationId);
    expect(rows).toHaveLength(160);
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
    const water = rows.find(({ unitName }) => unitName === '上海市水务局');
    expect(water).toMatchObject({
      formTitle: '质量强业',
      stateTitle: '审核通过',
      deadlineText: '7月25日（星期日），顺延至7月26日（星期一）24:00',
      handedInText: '2021年6月28日 10:00',
      timeliness: '',
      characters: 3015,
      indicators: 1,
      versions: 1,
    });
  });

  it('tells drafts, returns and reports apart', async () => {
    const rows = await office.house.get(SubmissionProgressQuery).rows(office.compilationId);
    const row = (name: string) => rows.find(({ unitName }) => unitName === name);
    expect(row('上海市财政局')).toMatchObject({ stateTitle: '填报中', handedInText: '', versions: 1 });
    expect(row('上海市卫生健康委员会')).toMatchObject({ stateTitle: '退回待补正', remark: '请核对' });
    expect(row('同济大学')).toMatchObject({ formTitle: '研究报告', indicators: null });
    expect(row('上海市商务委员会')).toMatchObject({ characters: null, versions: 0 });
  });

  it('says who is late once the effective deadline is over, and who handed in late', async () => {
    office.house.clock.moveTo(Date.parse('2021-07-27T09:00:00+08:00'));
    await office.submit('finance', fourPartInput());
    const rows = await office.house.get(SubmissionProgressQuery).rows(office.compilationId);
    const timeliness = (name: string) => rows.find(({ unitName }) => unitName === name)?.timeliness;
    expect([timeliness('上海市商务委员会'), timeliness('上海市财政局'), timeliness('上海市水务局')]).toEqual([
      '逾期',
      '逾期报送',
      '',
    ]);
  });
});

describe('what leads from problem and goal to measure', () => {
  it('is gathered over all that was handed in', async () => {
    const links = await office.house.get(SchemeLinksQuery).overview(office.compilationId);
    expect(links.problems.map(({ title, namedBy }) => [title, namedBy.length])).toEqual([
      ['计量测试能力不足', 4],
    ]);
    expect(links.open.problems).toEqual([]);
    expect(links.open.strategies).toContain('长三角一体化');
    expect(links.open.strategies).not.toContain('国际科技创新中心');
  });
});
