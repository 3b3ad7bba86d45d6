import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/index.js';
import { faultsOfTests, tableRowsOf } from './support/document-table.js';

/** The sentences of 沪质办〔2021〕4号 that are requirements, by the line of the notice, in its order. */
const sentences: [line: number, quote: string][] = [
  [3, '沪质办〔2021〕4号'],
  [10, '各成员单位…科研院所'],
  [12, '以下简称《实施方案》'],
  [16, '政治任务'],
  [16, '以质量强市为目标'],
  [16, '系统总结…实施成效'],
  [16, '未来5—15年'],
  [16, '“三大任务、一大平台”'],
  [20, '目标导向和问题导向'],
  [21, '找到破解…路径'],
  [22, '突出重点和全面覆盖'],
  [23, '“四大功能”'],
  [24, '战略性和可操作性'],
  [25, '时间表和路线图'],
  [31, '研究解决…重大问题'],
  [31, '审议方案文本'],
  [35, '质量强业、强区、强企'],
  [38, '参考…课题目录'],
  [40, '组建起草工作组'],
  [42, '收集、起草…提请审议'],
  [44, '组长由…担任'],
  [44, '秘书处设在…处'],
  [46, '2021年6月—8月'],
  [49, '四方面内容'],
  [49, '两个时间节点'],
  [49, '约3000字左右'],
  [51, '理论深度及创新性'],
  [51, '数据要真实准确'],
  [51, '约1万字左右'],
  [53, '7月25日前'],
  [53, '支持报告'],
  [57, '《初稿》'],
  [57, '调研走访'],
  [57, '《征求意见稿》'],
  [62, '公开上网'],
  [62, '《论证稿》'],
  [65, '专家论证会'],
  [65, '《送审稿》'],
  [71, '全体会议审议'],
  [71, '《报批稿》'],
  [74, '报批'],
  [74, '报市政府审批发布'],
  [78, '高度重视…如期'],
  [78, '必要支持'],
  [80, '衔接'],
  [80, '形成工作合力'],
  [83, '汇聚民智'],
  [84, '附件：…目录'],
  [85, '2021年6月25日'],
  [87, '联系人…邮箱'],
  [88, '此件公开发布'],
];

const rows = tableRowsOf('docs/COVERAGE.md');

describe('the coverage of the notice', () => {
  test('misses no sentence and invents none', () => {
    expect(rows.map(([line, quote]) => [Number(line), quote])).toEqual(sentences);
  });

  test('says of each sentence what it requires', () => {
    for (const [, quote, requirement] of rows) expect([quote, requirement]).not.toContain('');
  });

  test.each(rows.map(([line, quote, , rooms]) => [line, quote, rooms]))(
    'names a room that exists for line %s, %s',
    (_line, _quote, cell) => {
      const rooms = [...cell.matchAll(/`([\w-]+)`/g)].map((match) => match[1]);
      expect(rooms).not.toHaveLength(0);
      for (const room of rooms)
        expect([room, existsSync(join(projectRoot, 'src', room, 'index.ts'))]).toEqual([room, true]);
    },
  );

  test.each(rows.map(([line, quote, , , tests]) => [line, quote, tests]))(
    'names tests that exist for line %s, %s',
    (_line, _quote, cell) => {
      expect(faultsOfTests(cell)).toEqual([]);
    },
  );

  test('leaves one sentence undone in part: remarks beside the clauses', () => {
    const undone = rows.filter((cells) => cells.join().includes('未做')).map(([, quote]) => quote);
    expect(undone).toEqual(['形成工作合力']);
  });
});
