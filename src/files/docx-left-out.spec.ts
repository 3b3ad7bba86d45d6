import { docxEntries, zipOf } from '../../test/support/office-files.js';
import { formatNumber } from './docx-number-format.js';
import { readDocx } from './read-docx.js';

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const read = (body: string, parts?: Parameters<typeof docxEntries>[1]) =>
  readDocx(zipOf(docxEntries(body, parts)));
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;

describe('what a Word document holds beside its text', () => {
  it.each([
    [
      'a picture',
      '<w:drawing><wp:docPr descr="组织架构图"/><pic:pic><a:blip/></pic:pic></w:drawing>',
      '图片（组织架构图）',
    ],
    ['a chart', '<w:drawing><wp:docPr/><c:chart/></w:drawing>', '图表'],
    ['a line', '<w:drawing><wps:wsp/></w:drawing>', '图形'],
    ['an embedded file', '<w:object><v:imagedata/><o:OLEObject/></w:object>', '嵌入对象'],
    ['word art', '<w:pict><v:shape><v:textpath string="质量强市"/></v:shape></w:pict>', '艺术字“质量强市”'],
    ['hidden text', '<w:rPr><w:vanish/></w:rPr><w:t>内部口径</w:t>', '隐藏文字“内部口径”'],
    ['a footnote', '<w:footnoteReference w:id="2"/>', '脚注“”'],
    ['a symbol of a font', '<w:sym w:font="Wingdings" w:char="F0FC"/>', '符号字体“Wingdings”中的一个字符'],
  ])('is said and is no text: %s', async (_, content, what) => {
    const { paragraphs, leftOut } = await read(
      paragraph(`${run('前。')}<w:r>${content}</w:r>${run('后。')}`),
    );
    expect(paragraphs.map(({ text }) => text)).toEqual(['前。后。']);
    expect(leftOut).toEqual([{ paragraph: 0, what }]);
  });

  it('is said for a formula and for the prompt of an empty field', async () => {
    const formula = '<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>';
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入')}</w:sdtContent></w:sdt>`;
    const { paragraphs, leftOut } = await read(paragraph(run('其中') + formula + prompt + run('为权重。')));
    expect(paragraphs[0].text).toBe('其中为权重。');
    expect(leftOut.map(({ what }) => what)).toEqual(['公式“x+y”', '内容控件的提示文字“单击此处输入”']);
  });

  it('is placed with the paragraph it stands in, or the one before when it stands alone', async () => {
    const picture = '<w:r><w:drawing><pic:pic/><a:blip/></w:drawing></w:r>';
    const { leftOut } = await read(
      paragraph(run('甲。')) + paragraph(picture) + paragraph(run('乙。')) + paragraph(picture + run('丙。')),
    );
    expect(leftOut.map(({ paragraph: place }) => place)).toEqual([0, 2]);
  });
});

describe('text that was struck out', () => {
  it('is not counted as text, and is said', async () => {
    const { paragraphs, doubts } = await read(
      paragraph(run('达到') + run('90%', '<w:strike/>') + run('95%', '<w:strike w:val="0"/>')),
    );
    expect(paragraphs[0].text).toBe('达到95%');
    expect(doubts).toEqual([{ paragraph: 0, message: expect.stringContaining('“90%”没有读入') }]);
  });
});

describe('tables', () => {
  it('say which places a merged cell covers, downwards and to the right', async () => {
    const rows =
      `<w:tr>${cell('指标', '<w:vMerge w:val="restart"/>')}${cell('目标', '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('2025年')}${cell('2035年')}</w:tr>`;
    const { tables } = await read(`<w:tbl>${rows}</w:tbl>`);
    expect(tables[0].rows).toEqual([
      ['指标', '目标', ''],
      ['', '2025年', '2035年'],
    ]);
    expect(tables[0].merged).toEqual([
      { row: 0, column: 2, continues: 'left' },
      { row: 1, column: 0, continues: 'above' },
    ]);
  });

  it('in a text box stand where the box is anchored', async () => {
    const table = `<w:tbl><w:tr>${cell('甲')}${cell('乙')}</w:tr></w:tbl>`;
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${table}<w:p/></w:txbxContent></v:textbox></w:pict></w:r>`;
    const { tables, doubts, leftOut } = await read(paragraph(run('前。') + box) + paragraph(run('后。')));
    expect(tables).toMatchObject([{ rows: [['甲', '乙']], afterParagraph: 1, boxed: true }]);
    expect([doubts.length, leftOut]).toEqual([1, []]);
  });

  it('lose their deleted rows, and keep those that were only inserted', async () => {
    const row = (text: string, mark: string) => `<w:tr><w:trPr>${mark}</w:trPr>${cell(text)}</w:tr>`;
    const body = `<w:tbl>${row('甲', '')}${row('乙', '<w:del w:id="1"/>')}${row('丙', '<w:ins w:id="2"/>')}</w:tbl>`;
    expect((await read(body)).tables[0].rows).toEqual([['甲'], ['丙']]);
    const refused = await readDocx(zipOf(docxEntries(body)), 'refused');
    expect(refused.tables[0].rows).toEqual([['甲'], ['乙']]);
  });
});

describe('tracked changes', () => {
  it('of text that was inserted and deleted again leave nothing, whichever way they are read', async () => {
    const body = paragraph(
      `${run('正文')}<w:ins w:id="1"><w:del w:id="2"><w:r><w:delText>反复</w:delText></w:r></w:del></w:ins>`,
    );
    for (const choice of ['shown', 'accepted', 'refused'] as const) {
      const { paragraphs, doubts } = await readDocx(zipOf(docxEntries(body)), choice);
      expect([paragraphs[0].text, doubts]).toEqual(['正文', []]);
    }
  });

  it('that inserted a paragraph mark join the halves again when they are refused', async () => {
    const inserted = '<w:rPr><w:ins w:id="1"/></w:rPr>';
    const body = paragraph(run('上半句，'), inserted) + paragraph(run('下半句。'));
    const texts = async (choice: 'accepted' | 'refused') =>
      (await readDocx(zipOf(docxEntries(body)), choice)).paragraphs.map(({ text }) => text);
    expect(await texts('accepted')).toEqual(['上半句，', '下半句。']);
    expect(await texts('refused')).toEqual(['上半句，下半句。']);
  });
});

describe('the numbers of a list', () => {
  it.each([
    ['chineseCounting', 12, '十二'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['ideographDigital', 10, '一〇'],
    ['japaneseCounting', 3, '三'],
    ['ideographTraditional', 2, '乙'],
    ['ideographEnclosedCircle', 3, '㊂'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalEnclosedCircleChinese', 1, '①'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalEnclosedFullstop', 3, '⒊'],
    ['decimalZero', 7, '07'],
    ['upperLetter', 28, 'BB'],
    ['lowerRoman', 9, 'ix'],
    ['upperRoman', 14, 'XIV'],
  ])('are shown as Word shows them: %s %i is %s', (format, value, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });

  const level = (depth: number, format: string, label: string, more = '') =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${label}"/></w:lvl>`;
  const item = (text: string, depth: number, list = 1) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
  const texts = async (numbering: string, ...items: string[]) =>
    (await read(items.join(''), { numbering })).paragraphs.map(({ text }) => text);
  const list = (levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>') =>
    `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum>${nums}`;

  it('stand in figures where the list says so, and apart from a figure that follows', async () => {
    const levels = level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>');
    expect(await texts(list(levels), item('甲', 0), item('2025年目标', 1))).toEqual([
      '一、甲',
      '1.1 2025年目标',
    ]);
  });

  it('run on across chapters when the level never restarts', async () => {
    const levels =
      level(0, 'chineseCounting', '%1、') +
      level(1, 'chineseCounting', '（%2）', '<w:lvlRestart w:val="0"/>');
    const items = [item('甲', 0), item('子', 1), item('乙', 0), item('丑', 1)];
    expect(await texts(list(levels), ...items)).toEqual(['一、甲', '（一）子', '二、乙', '（二）丑']);
  });

  it('follow a level that one list defines in its own way, and a start of its own', async () => {
    const nums =
      '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>' +
      `<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>${level(0, 'decimal', '（%1）')}</w:lvlOverride></w:num>`;
    const levels = level(0, 'chineseCounting', '%1、');
    expect(await texts(list(levels, nums), item('甲', 0), item('乙', 0, 2), item('丙', 0, 2))).toEqual([
      '一、甲',
      '（5）乙',
      '（6）丙',
    ]);
  });

  it('count the empty paragraphs of a list, as Word does', async () => {
    expect(
      await texts(list(level(0, 'chineseCounting', '%1、')), item('甲', 0), item('', 0), item('丙', 0)),
    ).toEqual(['一、甲', '三、丙']);
  });
});
