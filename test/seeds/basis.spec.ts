import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { seedsFolder } from '../../src/platform/index.js';

interface BasisSeed {
  key: string;
  title: string;
  documentNumber: string | null;
  issuedOn: string | null;
  status: string;
  file?: string;
  compare?: boolean;
}
interface TopicSeed {
  number: number;
  title: string;
  scope: string;
}
const readJson = <Shape>(path: string): Shape => JSON.parse(readFileSync(path, 'utf8')) as Shape;
const basis = readJson<BasisSeed[]>(`${seedsFolder}/basis/index.json`);
const texts = readdirSync(`${seedsFolder}/basis`).filter((file) => file.endsWith('.txt'));

describe('the basis documents', () => {
  test('each have a key of their own, a known status and, where one is named, a text', () => {
    expect(new Set(basis.map(({ key }) => key)).size).toBe(basis.length);
    for (const { status, issuedOn, file } of basis) {
      expect(['未发布', '已发布', '已修订']).toContain(status);
      if (issuedOn !== null) expect(issuedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (file !== undefined) expect(existsSync(`${seedsFolder}/basis/${file}`)).toBe(true);
    }
    expect(basis.flatMap(({ file }) => file ?? []).sort()).toEqual(texts.sort());
  });

  test('hold the national outline as not yet published and nothing dated after the notice', () => {
    expect(basis.find(({ title }) => title === '质量强国建设纲要')).toMatchObject({ status: '未发布', issuedOn: null });
    for (const { issuedOn } of basis) expect((issuedOn ?? '') <= '2021-06-25').toBe(true);
  });

  test('hold the congress and the plenum that the notice rests on, and the two plans it must agree with', () => {
    const titles = basis.map(({ title }) => title);
    expect(titles).toContainEqual(expect.stringContaining('中国共产党第十九次全国代表大会'));
    expect(titles).toContainEqual(expect.stringContaining('第十四个五年规划和二〇三五年远景目标的建议'));
    const compared = basis.filter(({ compare }) => compare).map(({ key }) => key);
    expect(compared).toEqual(['national-five-year-plan', 'municipal-five-year-plan']);
  });

  test.each(texts)('carry no personal data: %s', (file) => {
    const text = readFileSync(`${seedsFolder}/basis/${file}`, 'utf8');
    expect(text).not.toMatch(/\d{7,}|@|分机|先生|女士/);
    expect(text).not.toMatch(/(?:局长|市长|联系人[:：])(?!〔略〕|担任|、)[\p{Script=Han}]/u);
  });
});

describe('the research topics', () => {
  test('are the ten of the annex, word for word', () => {
    const topics = readJson<TopicSeed[]>(`${seedsFolder}/topics.json`);
    const notice = readFileSync(`${seedsFolder}/basis/notice-2021-4.txt`, 'utf8');
    expect(topics.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { number, title, scope } of topics) expect(notice).toContain(`\n${number}．${title}（${scope}）\n`);
  });
});
