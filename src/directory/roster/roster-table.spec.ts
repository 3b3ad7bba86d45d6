import { readFileSync } from 'node:fs';
import { type SheetSketch, workbookOf } from '../../../test/support/workbook.js';
import { readWorkbook } from '../../files/index.js';
import { readRoster } from './read-roster.js';

const folder = new URL('../../../test/fixtures/rosters/', import.meta.url).pathname;
const read = async (bytes: Uint8Array) => {
  const { plan, doubts, leftOut } = readRoster([], await readWorkbook(bytes, '名册.xlsx'));
  return {
    units: plan.create.map(({ row, unit }) => ({
      row,
      name: unit.name,
      shortName: unit.shortName,
      category: unit.category,
      email: unit.contacts.liaison,
    })),
    errors: plan.errors,
    doubts,
    leftOut,
  };
};
const filled = (sketch: SheetSketch) => read(workbookOf(sketch));
const unit = (row: number, shortName: string) => ({
  row,
  name: '上海市测试管理局',
  shortName,
  category: 'member',
  email: 'a1@example.org',
});

describe('a roster as offices send it', () => {
  it.each([
    ['r02-title.xlsx', unit(3, '市测试局')],
    ['r04-seq.xlsx', unit(2, '市测试局')],
    ['r05-names.xlsx', unit(2, '上海市测试管理局')],
    ['r06-blank.xlsx', unit(4, '市测试局')],
  ])('is read: %s', async (name, expected) => {
    const { units, errors, doubts } = await read(readFileSync(`${folder}${name}`));
    expect([units, errors, doubts]).toEqual([[expected], [], []]);
  });

  it.each([
    ['成员单位', 'member'],
    ['市级部门', 'member'],
    ['委办局', 'member'],
    ['协会', 'association'],
    ['行业协会', 'association'],
    ['促进会成员单位', 'association'],
    ['企业集团', 'group'],
    ['国有企业', 'group'],
    ['控股（集团）公司', 'group'],
    ['科研院所', 'institute'],
    ['高校', 'institute'],
  ])('has other words for categories: %s', async (word, category) => {
    const rows = [
      ['序号', '单位名称', '单位类别', 'E-mail'],
      [1, '上海市测试管理局', word, 'a1@example.org'],
    ];
    expect((await filled({ rows })).units).toEqual([expect.objectContaining({ category })]);
  });

  it.each(['区', '区质量办', '各区', '区级'])('knows a district office by its category %s', async (word) => {
    const rows = [
      ['单位', '类别', '联系邮箱'],
      ['上海市黄浦区质量工作领导小组办公室', word, 'a1@example.org'],
    ];
    expect((await filled({ rows })).units).toEqual([expect.objectContaining({ category: 'district' })]);
  });

  it('spreads joined categories, and reports what it does not read', async () => {
    const rows = [
      ['成员单位联络员名单', '', '', ''],
      ['序号', '类别', '成员单位名称', '联络员', '电子邮箱'],
      [1, '成员单位', '上海市测试管理局', '张三', 'a1@example.org'],
      [2, '', '上海市检验管理局', '李四', 'a2@example.org'],
      ['注：请各单位核对。', '', '', '', ''],
    ];
    const { units, errors, leftOut } = await filled({ rows, merges: ['A1:E1', 'B3:B4'] });
    expect(units.map(({ row, category }) => [row, category])).toEqual([
      [3, 'member'],
      [4, 'member'],
    ]);
    expect(errors).toEqual([]);
    expect(leftOut).toContainEqual(expect.objectContaining({ place: 'D列', holds: true }));
  });

  it('asks which column holds the names when no heading and nothing in them tells', async () => {
    const { units, doubts } = await filled({
      rows: [
        ['甲', '乙'],
        ['一', '二'],
      ],
    });
    expect(units).toEqual([]);
    expect(doubts).toContainEqual(expect.objectContaining({ blocks: true }));
  });
});
