import { joinBrokenLines } from './join-broken-lines.js';

const join = (...texts: string[]): string[] =>
  joinBrokenLines(
    texts.map((text) => ({ text, afterBreak: true })),
    { acrossBreaks: true, standsAlone: ({ text }) => /^\d{4}年\d+月\d+日$/.test(text) },
  ).map((line) => line.text);

describe('a line broken in mid-sentence', () => {
  test.each([
    [['坚持以《质量强国', '建设纲要》为指导。'], ['坚持以《质量强国建设纲要》为指导。']],
    [['（责任单位：市市场', '监管局）'], ['（责任单位：市市场监管局）']],
    [['发布于2017', '年9月5日。'], ['发布于2017年9月5日。']],
    [['推广 total', 'quality 管理。'], ['推广 total quality 管理。']],
    [['（五）促进提升。加快构建', '标准体系。'], ['（五）促进提升。加快构建标准体系。']],
    [['--创新驱动', '发展。'], ['--创新驱动发展。']],
    [['（二）发挥各区、', '各部门作用'], ['（二）发挥各区、各部门作用']],
    [['（三）贯彻《质量强国', '建设纲要》'], ['（三）贯彻《质量强国建设纲要》']],
    [['按照第', '（三）项规定办理。'], ['按照第（三）项规定办理。']],
    [['增长到', '1.5倍。'], ['增长到1.5倍。']],
  ])('joins the next: %j', (lines, expected) => {
    expect(join(...lines)).toEqual(expected);
  });

  test.each([
    [['正文结束。', '另一段。']],
    [['包括：', '另一段。']],
    [['正文结束。”', '另一段。']],
    [['正文结束。（责任单位：市商务委）', '另一段。']],
    [['一、总体要求', '坚持质量第一。']],
    [['（一）坚持目标导向', '既要把握全局。']],
    [['1．材料收集（6—7月）', '各单位报送材料。']],
    [['没有句号的正文', '（二）下一条']],
    [['没有句号的正文', '--下一项']],
    [['没有句号的正文', '2021年6月25日', '其他']],
  ])('is not what these are: %j', (lines) => {
    expect(join(...lines)).toEqual(lines);
  });

  test('may be a heading, when it is as long as the lines of the text that were broken', () => {
    const body = [
      '坚持以质量第一为价值导向以满足人民日益增长的美好生活',
      '需要为根本目的以企业为质量提升主体以改革创新为根本途',
      '径全面提高各行各业质量水平着力构筑上海发展的质量优势',
      '和竞争优势。',
    ];
    const heading = ['（二）发挥市区两级质量工作领导小组成员单位的作用共同做', '好方案编制工作', '正文。'];
    expect(join(...body, ...heading).slice(1)).toEqual([heading[0] + heading[1], '正文。']);
  });

  test('is joined in time in proportion to their number', () => {
    const began = process.cpuUsage().user;
    join(...Array.from({ length: 20_000 }, () => '没有句号的一行（其中有未闭合的括号'));
    expect(process.cpuUsage().user - began).toBeLessThan(2_000_000);
  });
});
