import { readFileSync } from 'node:fs';
import { seedsFolder } from '../../platform/index.js';
import { flattenClauses, type ParsedDraft } from './clause.js';
import { parseDraft } from './parse-draft.js';

const basis = (name: string): ParsedDraft =>
  parseDraft({ kind: 'text', text: readFileSync(`${seedsFolder}/basis/${name}.txt`, 'utf8') });

describe('the 2018 scheme', () => {
  const scheme = basis('scheme-2018');

  test('has 33 articles, numbered on across its six chapters', () => {
    const articles = scheme.clauses.map((chapter) =>
      chapter.children.map((article) => article.numberPath[1]),
    );
    expect(scheme.clauses.map((chapter) => chapter.title)).toEqual([
      '总体要求',
      '重点提升领域',
      '主要提升措施',
      '夯实质量基础设施',
      '改革完善质量发展政策和制度',
      '加强组织领导',
    ]);
    expect(articles).toEqual([
      [1, 2, 3],
      [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
      [15, 16, 17, 18, 19, 20, 21],
      [22, 23, 24, 25],
      [26, 27, 28, 29],
      [30, 31, 32, 33],
    ]);
  });

  test('has its titles to the first full stop, its passages and its dash items', () => {
    const [, principles, goals] = scheme.clauses[0].children;
    expect(principles).toMatchObject({
      label: '一、（二）',
      title: '工作原则',
      titleStop: '。',
      runIn: false,
    });
    expect(principles.items.map((item) => item.text.slice(0, 5))).toEqual([
      '创新驱动。',
      '质量领先。',
      '标准领跑。',
      '品牌领军。',
      '法治保障。',
    ]);
    expect(goals.items).toHaveLength(4);
    expect(scheme.clauses[1].children[0].body.split('\n')).toHaveLength(2);
    expect(scheme.clauses[5].children[3].label).toBe('六、（三十三）');
  });

  test('has a preamble and a closing paragraph that belong to no clause, and no responsibilities', () => {
    expect(scheme.head).toEqual([expect.stringMatching(/^为进一步提高供给体系质量.*制订本实施方案。$/)]);
    expect(scheme.foot).toEqual([expect.stringMatching(/^各区、各部门、各单位要根据本实施方案/)]);
    expect(flattenClauses(scheme.clauses).flatMap(({ clause }) => clause.responsibilities)).toEqual([]);
  });
});

describe('the notice of 2021', () => {
  const notice = basis('notice-2021-4');

  test('has the title that its lines make together', () => {
    expect(notice.title).toBe(
      '上海市质量工作领导小组办公室关于组织开展《质量强国建设纲要上海实施方案》编制工作的通知',
    );
    expect(notice.head.slice(0, 2)).toEqual(['上海市质量工作领导小组办公室文件', '沪质办〔2021〕4号']);
  });

  test('has five chapters, headings that are not joined to their bodies, and numbered paragraphs below articles', () => {
    expect(notice.clauses.map((chapter) => chapter.title)).toEqual([
      '编制目的',
      '编制原则',
      '编制架构与职责分工',
      '编制安排',
      '工作要求',
    ]);
    const stages = notice.clauses[3].children;
    expect(stages[0].children.map((step) => step.label + step.title)).toEqual([
      '四、（一）1.材料收集（6—7月）',
      '四、（一）2.开展编制（8月）',
    ]);
    expect(stages[0].children[0].body.split('\n')).toHaveLength(3);
    expect(notice.clauses[1].children[0].body).toMatch(/^既要全面准确把握.*路径和办法。$/);
  });

  test('ends before the annex, the date and the contact block, although its last sentence has no full stop', () => {
    expect(notice.clauses[4].children[2].body).toMatch(/提出切实可行的发展思路和举措$/);
    expect(notice.foot.slice(0, 4)).toEqual([
      '附件：质量强国建设纲要上海实施方案研究课题目录',
      '2021年6月25日',
      '（联系人：〔略〕，联系电话：〔略〕，电子邮箱：〔略〕。）',
      '（此件公开发布）',
    ]);
  });
});

describe('the press conference of 2018, copied with lines broken in mid-sentence', () => {
  const press = basis('press-conference-2018');

  test('has its sentences whole again', () => {
    expect(press.clauses[0].body).toContain('重大战略部署。2017年9月5日，');
    expect(press.clauses[1].children[0].body).toContain('二是产业发展质量稳步提高');
    expect(press.clauses[2].items[0].text).toContain('上海城市精神、企业家精神和工匠精神');
  });

  test('has run-in bodies after titles with half-width brackets', () => {
    expect(press.clauses[1].children.map(({ title, runIn }) => [title, runIn])).toEqual([
      ['总体目标', true],
      ['重点领域', true],
      ['具体举措', true],
      ['制度保障', true],
    ]);
  });
});
