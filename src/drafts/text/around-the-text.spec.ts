import { flattenClauses, wordingOf } from './clause.js';
import { previewSplit } from './preview-split.js';

const plan = `上海市质量提升实施方案

一、总体要求

坚持质量第一。

二、保障措施

（一）加强组织领导。各部门要密切配合。
（责任单位：市市场监管局）`;

const split = (text: string) => {
  const { draft, doubts, leftOut } = previewSplit({ kind: 'text', text });
  const clauses = flattenClauses(draft.clauses).map(({ clause }) => wordingOf(clause).join('\n'));
  return { draft, last: clauses.at(-1), doubts, leftOut: leftOut.map(({ what }) => what) };
};
const lastClause = '加强组织领导。各部门要密切配合。\n（责任单位：市市场监管局）';

describe('the shell of a web page', () => {
  it.each([
    '分享到：微信 微博 QQ空间',
    '【打印】【关闭】',
    '打印本页 | 关闭窗口',
    '上一篇：关于开展质量月活动的通知',
    '下一篇：没有了',
    '版权所有：上海市市场监督管理局 沪ICP备05012345号',
    '主办单位：上海市市场监督管理局',
    '相关链接：',
    '扫一扫在手机打开当前页',
    '网站地图 | 联系我们 | 隐私声明',
  ])('is no wording of the last clause: %s', (line) => {
    const { last, draft, leftOut } = split(`${plan}\n\n${line}\n`);
    expect(last).toBe(lastClause);
    expect(draft.foot).toEqual([]);
    expect(leftOut).toEqual([`页面文字“${line}”`]);
  });

  it('goes with all that follows the end of the text, and leaves the foot of the document', () => {
    const page = `首页 > 政务公开 > 规划计划\n当前位置：首页 > 政务公开\n字体：【大 中 小】\n${plan}\n上海市质量工作领导小组\n2021年8月1日\n（此件公开发布）\n分享到：\n微信\n上一篇：甲\n1. 乙的通知\n`;
    const { draft, last, leftOut, doubts } = split(page);
    expect(draft.title).toBe('上海市质量提升实施方案');
    expect(draft.head).toEqual([]);
    expect(last).toBe(lastClause);
    expect(draft.foot).toEqual(['上海市质量工作领导小组', '2021年8月1日', '（此件公开发布）']);
    expect(leftOut).toHaveLength(7);
    expect(doubts).toEqual([]);
  });

  it('is not looked for between the clauses', () => {
    const { leftOut, draft } = split(plan.replace('坚持质量第一。', '坚持质量第一。\n\n分享到：各单位。'));
    expect(leftOut).toEqual([]);
    expect(draft.clauses[0].body).toContain('分享到');
  });
});

describe('the foot of a document', () => {
  it.each([
    '抄送：市委办公厅，市人大常委会办公厅。',
    '抄　送：市委办公厅。',
    '上海市质量工作领导小组办公室　　2021年6月25日印发',
    '（此件公开发布）',
    '上海市市场监督管理局　上海市发展和改革委员会\n2021 年 8 月 1 日',
    '附件：1.重点任务分工表\n2.指标解释',
  ])('is no wording of the last clause: %s', (foot) => {
    const { last, draft, leftOut } = split(`${plan}\n\n${foot}\n`);
    expect(last).toBe(lastClause);
    expect(draft.foot.join('')).toBe(foot.replace(/\n/g, ''));
    expect(leftOut).toEqual([]);
  });

  it('that nobody can be sure of is a doubt', () => {
    const { doubts } = split(`${plan}\n\n上海市质量工作领导小组\n`);
    expect(doubts).toMatchObject([{ message: expect.stringContaining('上海市质量工作领导小组') }]);
  });

  it('holds the annexes, and says that their content is no clause', () => {
    const { draft, doubts, last } = split(
      `${plan}\n\n附件\n\n重点任务分工\n\n加强监管。\n\n（一）甲。乙。\n`,
    );
    expect(last).toBe(lastClause);
    expect(draft.foot).toHaveLength(4);
    expect(doubts).toMatchObject([{ kind: 'annex-content' }]);
  });
});
