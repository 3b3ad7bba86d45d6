import { flattenClauses, wordingOf, type ClauseNode, type ParsedDraft } from './clause.js';
import { parseDraft } from './parse-draft.js';

const fromText = (...lines: string[]): ParsedDraft => parseDraft({ kind: 'text', text: lines.join('\n') });
const fromMarkdown = (...lines: string[]): ParsedDraft =>
  parseDraft({ kind: 'markdown', text: lines.join('\n') });
const outline = (draft: ParsedDraft): string[] =>
  flattenClauses(draft.clauses).map(({ clause }) => `${clause.label}${clause.title}`);
const all = (draft: ParsedDraft): ClauseNode[] => flattenClauses(draft.clauses).map(({ clause }) => clause);

describe('splitting plain text', () => {
  test('knows four levels and closes a level when a higher one opens', () => {
    const draft = fromText(
      '一、总体要求',
      '（一）重点任务。',
      '1. 加快标准研制。制定一批标准。',
      '（1）计量。',
      '（2）认证。',
      '2. 推进监管改革。',
      '（二）其他。',
      '二、保障措施',
    );
    expect(outline(draft)).toEqual([
      '一、总体要求',
      '一、（一）重点任务',
      '一、（一）1.加快标准研制',
      '一、（一）1.（1）计量',
      '一、（一）1.（2）认证',
      '一、（一）2.推进监管改革',
      '一、（二）其他',
      '二、保障措施',
    ]);
    expect(all(draft)[2]).toMatchObject({
      level: 3,
      numberPath: [1, 1, 1],
      runIn: true,
      body: '制定一批标准。',
    });
  });

  test('reads traditional script, half-width brackets and half-width full stops', () => {
    const draft = fromText(
      '質量強國建設綱要上海實施方案',
      '一、總體要求',
      '(一)指導思想. 全面貫徹新發展理念. ',
      '（二）主要目標｡到2025年，質量總體水平明顯提升。（責任單位：市市場監管局）',
      '各區、各部門要根據本實施方案，抓好落實。',
    );
    expect(draft.title).toBe('質量強國建設綱要上海實施方案');
    expect(outline(draft)).toEqual(['一、總體要求', '一、（一）指導思想', '一、（二）主要目標']);
    expect(all(draft)[2].responsibilities[0]).toMatchObject({
      lead: ['市市場監管局'],
      covers: '主要目標｡到2025年，質量總體水平明顯提升。',
    });
    expect(draft.foot).toEqual(['各區、各部門要根據本實施方案，抓好落實。']);
  });

  test('keeps what stands around the clauses out of them', () => {
    const draft = fromText(
      '上海市人民政府办公厅关于印发《质量强国建设纲要上海实施方案》的通知',
      '沪府办发〔2021〕1号',
      '各区人民政府，市政府各委、办、局：',
      '现将《实施方案》印发给你们，请认真按照执行。',
      '上海市人民政府办公厅',
      '2021年12月20日',
      '质量强国建设纲要上海实施方案',
      '（2021—2035年）',
      '为加快质量强市建设，制定本方案。',
      '一、总体要求',
      '坚持质量第一。',
      '本方案自2022年1月1日起施行。',
      '上海市质量工作领导小组',
      '2021年12月20日',
      '（此件公开发布）',
      '附件1',
      '一、主要指标',
    );
    expect(draft.title).toBe('质量强国建设纲要上海实施方案');
    expect(draft.head).toContain('为加快质量强市建设，制定本方案。');
    expect(draft.head).toContain('（2021—2035年）');
    expect(outline(draft)).toEqual(['一、总体要求']);
    expect(draft.clauses[0].body).toBe('坚持质量第一。');
    expect(draft.foot).toEqual([
      '本方案自2022年1月1日起施行。',
      '上海市质量工作领导小组',
      '2021年12月20日',
      '（此件公开发布）',
      '附件1',
      '一、主要指标',
    ]);
  });

  test('takes the name of the version below a title for a part of it', () => {
    const draft = fromText('某某实施方案', '（征求意见稿）', '为做好工作，制定本方案。', '一、甲');
    expect(draft.title).toBe('某某实施方案（征求意见稿）');
    expect(draft.head).toEqual(['为做好工作，制定本方案。']);
  });

  test('leaves the last clause its only sentence, even one that sounds like a closing', () => {
    const draft = fromText('一、组织实施', '各区、各部门要根据本方案，制定具体措施。');
    expect(draft.clauses[0].body).toBe('各区、各部门要根据本方案，制定具体措施。');
    expect(draft.foot).toEqual([]);
    const afterSentence = fromText('一、组织实施', '1. 加强领导。', '各区要根据本方案，制定具体措施。');
    expect(afterSentence.foot).toEqual(['各区要根据本方案，制定具体措施。']);
  });

  test('takes a responsibility at the end of a heading out of its title, and one on its own line as the clause’s', () => {
    const draft = fromText(
      '一、重点任务',
      '1. 加快标准研制（责任单位：市市场监管局）',
      '2. 推进监管改革。',
      '完善机制。',
      '（市商务委牵头负责）',
    );
    const [, first, second] = all(draft);
    expect(first).toMatchObject({ title: '加快标准研制', runIn: true, body: '（责任单位：市市场监管局）' });
    expect(first.responsibilities[0]).toMatchObject({ lead: ['市市场监管局'], covers: '加快标准研制' });
    expect(second.responsibilities[0]).toMatchObject({ lead: ['市商务委'], covers: '完善机制。' });
  });

  test('finds responsibilities in items', () => {
    const draft = fromText('一、目标', '--产业质量提升。（市经济信息化委负责）');
    expect(draft.clauses[0].responsibilities[0].lead).toEqual(['市经济信息化委']);
  });

  test('remembers between which passages the items stand', () => {
    const draft = fromText('一、原则', '坚持以下原则：', '--创新。', '--法治。', '以上原则应当统筹把握。');
    expect(draft.clauses[0]).toMatchObject({
      body: '坚持以下原则：\n以上原则应当统筹把握。',
      items: [
        { mark: '--', text: '创新。', afterPassage: 1 },
        { mark: '--', text: '法治。', afterPassage: 1 },
      ],
    });
    expect(wordingOf(draft.clauses[0])).toEqual([
      '原则',
      '坚持以下原则：',
      '--创新。',
      '--法治。',
      '以上原则应当统筹把握。',
    ]);
  });

  test('reads a text without chapters and one without any number', () => {
    expect(outline(fromText('（一）甲。', '正文。', '1. 乙。'))).toEqual(['（一）甲', '（一）1.乙']);
    expect(fromText('关于某事的说明', '没有编号的正文。')).toMatchObject({
      title: '关于某事的说明',
      head: ['没有编号的正文。'],
      clauses: [],
    });
    expect(parseDraft({ kind: 'text', text: '' })).toEqual({ title: '', head: [], foot: [], clauses: [] });
  });

  test('is not misled by line endings, indents and invisible characters', () => {
    const draft = fromText('\ufeff　　一、总体要求\r', '\t（一）指导\u200b思想。\r');
    expect(outline(draft)).toEqual(['一、总体要求', '一、（一）指导思想']);
  });

  test('takes time in proportion to the length of the text', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${(index % 90) + 1}. 标题。正文（说明`);
    const began = process.cpuUsage().user;
    fromText('一、总体要求', ...lines);
    expect(process.cpuUsage().user - began).toBeLessThan(2_000_000);
  });
});

describe('splitting Markdown', () => {
  test('takes # for the title, ## and ### for chapters and articles, and lists for paragraphs and items', () => {
    const draft = fromMarkdown(
      '# 质量强国建设纲要上海实施方案',
      '',
      '> 推演用文稿。',
      '',
      '## 一、总体要求',
      '### （一）**指导思想**',
      '坚持新发展理念。',
      '',
      '- 创新驱动。',
      '- 质量领先。',
      '## 二、重点任务',
      '1. 制造业。提升可靠性。',
      '   1. 汽车。',
      '2\\. 服务业。',
      '',
      '---',
      '',
      '各区要抓好落实。',
    );
    expect(draft.title).toBe('质量强国建设纲要上海实施方案');
    expect(draft.head).toEqual(['推演用文稿。']);
    expect(draft.foot).toEqual(['各区要抓好落实。']);
    expect(outline(draft)).toEqual([
      '一、总体要求',
      '一、（一）指导思想',
      '二、重点任务',
      '二、1.制造业',
      '二、1.（1）汽车',
      '二、2.服务业',
    ]);
    expect(draft.clauses[0].children[0].items.map((item) => item.text)).toEqual(['创新驱动。', '质量领先。']);
  });

  test('numbers headings that have no number', () => {
    const draft = fromMarkdown('# 方案', '## 总体要求', '### 指导思想', '### 主要目标', '## 重点任务');
    expect(outline(draft)).toEqual([
      '一、总体要求',
      '一、（一）指导思想',
      '一、（二）主要目标',
      '二、重点任务',
    ]);
  });

  test('with several # takes them for chapters', () => {
    expect(outline(fromMarkdown('# 总体要求', '## 目标', '# 任务'))).toEqual([
      '一、总体要求',
      '一、（一）目标',
      '二、任务',
    ]);
  });

  test('joins the lines of a paragraph, not two paragraphs', () => {
    const draft = fromMarkdown('## 一、目标', '', '到2025年，质量', '明显提升', '', '其他要求');
    expect(draft.clauses[0].body).toBe('到2025年，质量明显提升\n其他要求');
  });
});

describe('splitting the paragraphs of a .docx', () => {
  test('follows the numbers, and the styles where there are none', () => {
    const draft = parseDraft({
      kind: 'docx',
      paragraphs: [
        { text: '质量强国建设纲要', style: 'Title' },
        { text: '上海实施方案', style: 'Title' },
        { text: '为加快质量强市建设，制定本方案。' },
        { text: '总体要求', style: 'Heading 1', level: 1 },
        { text: '（一）指导思想。坚持新发展理念。', style: 'Body Text' },
        { text: '' },
        { text: '主要目标', style: '标题 2' },
        { text: '到2025年，\n质量明显提升。' },
      ],
    });
    expect(draft.title).toBe('质量强国建设纲要上海实施方案');
    expect(outline(draft)).toEqual(['一、总体要求', '一、（一）指导思想', '一、（二）主要目标']);
    expect(all(draft)[2].body).toBe('到2025年，质量明显提升。');
  });
});
