import { fourPartInput, reportInput } from '../../../test/support/materials.js';
import { MaterialsOffice } from '../../../test/support/materials-office.js';
import {
  buildPacket,
  explanationOf,
  freezeApprovalDraft,
  packetBytes,
  sourceRows,
} from '../../../test/support/packet-office.js';
import { assess } from '../../../test/support/drafts-steps.js';
import { Database } from '../../platform/index.js';
import { readDocx, ZipArchive } from '../../files/index.js';
import { findClauses, latestFrozen } from '../../drafts/index.js';
import { logVisit } from '../../materials/index.js';
import { PacketQuery, passOver } from '../index.js';
import { waiveObligations } from '../../obligations/index.js';

const indicatorOf = (value2035: number) => [{ ...fourPartInput().indicators[0], value2035 }];

describe('what units handed in', () => {
  let office: MaterialsOffice;
  const course = async () => (await explanationOf(office.house))['编制过程'];
  const indicators = async () => (await explanationOf(office.house))['目标指标说明'];
  beforeAll(async () => {
    office = await MaterialsOffice.open();
    await freezeApprovalDraft(office.house);
    await office.submit('water', fourPartInput());
    await office.submit('commerce', { ...fourPartInput(), indicators: indicatorOf(97) });
    await office.submit('district-huangpu', { ...fourPartInput(), indicators: indicatorOf(98) });
    await office.submit('institute-quality-management', reportInput());
    await office.submit('transport', fourPartInput());
    await office.accept('water', 'institute-quality-management', 'district-huangpu', 'commerce');
  });
  afterAll(() => office.close());

  describe('in the 编制说明', () => {
    it('is counted by category, from the obligations as they stand', async () => {
      const texts = await course();
      expect(texts.join('\n')).toContain(
        '共下达报送任务160项，审核通过4项，豁免0项；经批准延期0项，期限届满后报送0项。' +
          '审核通过的材料中，质量强业、质量强区、质量强企材料3份，研究报告1份。',
      );
      expect(texts).toContain('各区质量工作领导小组办公室｜16｜1｜0｜0｜0');
    });

    it('is counted again when rows change', async () => {
      const owed = await office.owedBy('education');
      const waiver = { ids: [owed.id], reason: '无相关职责', approver: '市质量办副主任（岗位）' };
      await office.house.perform(waiveObligations, waiver);
      expect((await course()).join('\n')).toContain('审核通过4项，豁免1项；');
    });

    it('is dated by the ledger, step by step', async () => {
      const texts = await course();
      expect(texts[1]).toContain('2021年6月28日启动编制。');
      expect(texts).toContain('2021年6月28日｜启动编制｜材料收集｜');
    });

    it('gives the indicators of accepted submissions, equal values in one line, and says what contradicts', async () => {
      expect(await indicators()).toEqual([
        '审核通过的材料中，3家单位提出指标1项，均有2025年和2035年目标；其中1项取值不一致，列于表后。',
        '1｜制造业产品质量合格率｜%｜93.6｜≥95｜≥97｜市统计年鉴2020｜｜市商务委、市水务局',
        '1｜制造业产品质量合格率｜%｜93.6｜≥95｜≥98｜市统计年鉴2020｜｜黄浦区质量办',
        '第1项“制造业产品质量合格率”：2035年目标值不一致。',
        expect.stringContaining('请写明报批稿采用的指标') as string,
      ]);
    });

    it('that contradicts holds the packet until an office lets it stand, which the document says', async () => {
      const found = (await office.house.get(PacketQuery).unfinished(office.compilationId)).find(
        ({ kind }) => kind === 'indicator',
      );
      expect(found?.title).toBe(
        '“制造业产品质量合格率”2035年目标值不一致：≥97（市商务委、市水务局）、≥98（黄浦区质量办）',
      );
      const before = await assess(office.house, 'packetFinished');
      expect(before).toMatchObject({ met: false, facts: { contradictions: [found?.title] } });
      const pass = { place: found!.place, reason: '口径不同', post: '市质量办副主任' };
      await office.house.perform(passOver, pass);
      const after = await assess(office.house, 'packetFinished');
      expect(after.facts).toMatchObject({ contradictions: [], passed: 1 });
      expect(await indicators()).toContain(
        '第1项“制造业产品质量合格率”：2035年目标值不一致。经市质量办副主任同意保留各单位数值，理由：口径不同。',
      );
    });

    it('is followed by the research visits with places and the clauses that use them', async () => {
      const { house, compilationId } = office;
      const clause = await house.get(Database).read(async (reader) => {
        const draft = await latestFrozen(reader, compilationId, '报批稿');
        return (await findClauses(reader, draft!.id))[4];
      });
      const visit = {
        kind: 'enterprise' as const,
        place: '临港新片区',
        visitedOn: '2021-06-28',
        hosts: ['示例公司'],
        findings: '建议完善监管。',
        usedIn: [clause.clauseId, 'struck-out-since'],
      };
      await house.perform(logVisit, visit);
      const texts = await course();
      expect(texts).toContain('共调研走访1次，其中行业0次、区域0次、企业1次。');
      expect(texts).toContain(`2021年6月28日｜企业｜临港新片区｜示例公司｜${clause.label}；1条已不在本稿中`);
    });
  });

  describe('in the 支持报告汇编', () => {
    it('stands there when accepted, with a table of contents by category in the order of the notice', async () => {
      const contents = (await sourceRows(office.house, 'submissions')).find((row) => row.kind === 'contents');
      expect(contents?.entries.map(({ level, text }) => `${level} ${text}`)).toEqual([
        '1 一、市质量工作领导小组各成员单位',
        '2 （一）上海市商务委员会　质量强业材料',
        '2 （二）上海市水务局　质量强业材料',
        '1 二、各区质量工作领导小组办公室',
        '2 （一）上海市黄浦区质量工作领导小组办公室　质量强区材料',
        '1 三、各相关科研院所',
        '2 （一）上海质量管理科学研究院　长三角质量基础设施协同服务的路径研究',
      ]);
    });

    it('has for every line of the contents one heading to go to', async () => {
      const rows = await sourceRows(office.house, 'submissions');
      const contents = rows.find((row) => row.kind === 'contents')?.entries ?? [];
      const marked = rows.flatMap((row) => (row.kind === 'heading' && row.bookmark !== null ? [row] : []));
      expect(marked.map(({ text, level, bookmark }) => ({ text, level, bookmark }))).toEqual(contents);
      expect(new Set(marked.map(({ id }) => id)).size).toBe(marked.length);
    });

    it('gives each submission with its parts, indicators, tasks and the digest it was frozen with', async () => {
      const rows = await sourceRows(office.house, 'submissions');
      const texts = rows.map((row) =>
        row.kind === 'table-row' ? row.cells.join('｜') : 'text' in row ? row.text : '',
      );
      expect(texts.filter((text) => /^\d\./.test(text)).slice(0, 4)).toEqual([
        '1.现状',
        '2.存在问题和不足',
        '3.目标',
        '4.任务与举措',
      ]);
      expect(texts).toContain('制造业产品质量合格率｜%｜93.6｜≥95｜≥97｜市统计年鉴2020｜');
      expect(texts.find((text) => text.startsWith('建设公共计量测试平台｜'))).toContain(
        '2022：完成立项\n2025-12：建成并投入使用｜本单位',
      );
      expect(texts.find((text) => text.startsWith('研究方向：'))).toMatch(/课题6　我市质量基础设施/);
      const { sha256 } = (await office.material('water')).frozen.at(-1)!;
      expect(texts.at(-1)).toMatch(
        /报送日期：2021年6月28日；未附盖章报送函扫描件；报送内容SHA-256：[0-9a-f]{64}$/,
      );
      expect(texts.some((text) => text.endsWith(String(sha256)))).toBe(true);
    });

    it('is a Word document that reads back with tables and headings', async () => {
      const build = await buildPacket(office.house);
      const archive = new ZipArchive(await packetBytes(office.house, build));
      const { paragraphs, tables } = await readDocx(await archive.read('04-支持报告汇编.docx'));
      expect(paragraphs.map(({ text }) => text)).toContain('（二）上海市水务局　质量强业材料');
      expect(tables).toHaveLength(7);
    });
  });
});
