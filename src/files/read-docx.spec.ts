import fc from 'fast-check';
import { docxEntries, zipOf } from '../../test/support/office-files.js';
import { UploadRefused } from './files.errors.js';
import { readDocx } from './read-docx.js';

const docx = (body: string, parts?: Parameters<typeof docxEntries>[1]) => zipOf(docxEntries(body, parts));
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
const textsOf = async (bytes: Uint8Array) => (await readDocx(bytes)).paragraphs.map(({ text }) => text);
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')]);

const styles = `
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="2"><w:name w:val="章标题"/><w:basedOn w:val="1"/></w:style>
  <w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>`;

const level = (depth: number, format: string, label: string) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl>`;
const numbering = `<w:abstractNum w:abstractNumId="7">
  ${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '%3.%4')}${level(4, 'bullet', '●')}
  </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
const listed = (text: string, depth: number, list = 1) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

describe('the text of a Word document', () => {
  it('has the paragraphs in order, each with its style and heading level', async () => {
    const body =
      paragraph('一、现状', '<w:pStyle w:val="1"/>') +
      paragraph('正文。') +
      paragraph('二、问题', '<w:pStyle w:val="2"/>');
    expect((await readDocx(docx(body, { styles }))).paragraphs).toEqual([
      { text: '一、现状', style: 'heading 1', level: 1 },
      { text: '正文。', style: 'Normal' },
      { text: '二、问题', style: '章标题', level: 1 },
    ]);
  });

  it('joins the runs of a paragraph and keeps its tabs and line breaks', async () => {
    const body = `<w:p>${run('到2025年')}<w:r><w:tab/><w:t>达到</w:t><w:br/><w:t>95%</w:t></w:r></w:p>`;
    expect(await textsOf(docx(body))).toEqual(['到2025年\t达到\n95%']);
  });

  it('is what a reader sees with all changes accepted', async () => {
    const kept = `<w:ins w:id="1">${run('新增')}</w:ins><w:moveTo w:id="2">${run('移入')}</w:moveTo>`;
    const gone = `<w:del w:id="3"><w:r><w:delText>删去</w:delText></w:r></w:del><w:moveFrom w:id="4">${run('移走')}</w:moveFrom>`;
    expect(await textsOf(docx(`<w:p>${run('原文')}${gone}${kept}</w:p>`))).toEqual(['原文新增移入']);
  });

  it('has no hidden text, no field codes and no table of contents', async () => {
    const hidden =
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>可见</w:t></w:r>';
    const field = '<w:r><w:instrText> PAGE </w:instrText></w:r>';
    const body = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${hidden}${field}</w:p>${paragraph('一、现状 1', '<w:pStyle w:val="T"/>')}`;
    expect(await textsOf(docx(body, { styles }))).toEqual(['可见']);
  });

  it('takes the text of a drawing once', async () => {
    const inner = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const drawing = `<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>${inner('图中文字')}</mc:Choice><mc:Fallback>${inner('图中文字')}</mc:Fallback></mc:AlternateContent>`;
    expect(await textsOf(docx(`<w:p>${run('正文')}<w:r>${drawing}</w:r></w:p>`))).toEqual([
      '正文',
      '图中文字',
    ]);
  });

  it('writes out the numbers that Word counts by itself', async () => {
    const body = [
      listed('总体要求', 0),
      listed('指导思想', 1),
      listed('基本原则', 1),
      listed('原则', 2),
      listed('细目', 3),
      listed('要点', 4),
      listed('主要任务', 0),
      listed('任务', 1),
    ];
    expect(await textsOf(docx(body.join(''), { numbering }))).toEqual([
      '一、总体要求',
      '（一）指导思想',
      '（二）基本原则',
      '1.原则',
      '1.1 细目',
      '要点',
      '二、主要任务',
      '（一）任务',
    ]);
  });

  it('counts on in a list that shares its definition, and anew in one that restarts', async () => {
    expect(
      await textsOf(
        docx(listed('甲', 0) + listed('乙', 0) + listed('丙', 0, 2) + listed('丁', 0, 2), { numbering }),
      ),
    ).toEqual(['一、甲', '二、乙', '一、丙', '二、丁']);
  });

  it('has tables as rows of cell texts, with their place among the paragraphs', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell('内甲')}${cell('内乙')}</w:tr></w:tbl>`;
    const rows = `<w:tr>${cell('指标')}${cell('2025年')}${cell('2035年')}</w:tr><w:tr>${cell('合格率', '<w:gridSpan w:val="2"/>')}<w:tc>${paragraph('98%')}${paragraph('以上')}${inner}</w:tc></w:tr>`;
    const { paragraphs, tables } = await readDocx(
      docx(`${paragraph('前')}<w:tbl>${rows}</w:tbl>${paragraph('后')}`),
    );
    expect(paragraphs.map(({ text }) => text)).toEqual(['前', '后']);
    expect(tables).toEqual([
      {
        rows: [
          ['指标', '2025年', '2035年'],
          ['合格率', '', '98%\n以上\n内甲\t内乙'],
        ],
        afterParagraph: 1,
        merged: [{ row: 1, column: 1, continues: 'left' }],
      },
    ]);
  });
});

describe('a file that is no sound and harmless Word document is refused', () => {
  const entries = docxEntries(paragraph('正文'));
  const doctype = '<!DOCTYPE w [<!ENTITY a "aaaa">]>';
  const macros =
    '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
  const cases: [string, string, Uint8Array][] = [
    ['nothing', 'file-empty', new Uint8Array()],
    ['text', 'not-a-docx', Buffer.from('这是文本')],
    ['an image', 'image-not-docx', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['another archive', 'not-a-docx', zipOf({ 'a.txt': 'x' })],
    [
      'a workbook',
      'xlsx-not-docx',
      zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }),
    ],
    ['a PDF', 'pdf-not-docx', Buffer.from('%PDF-1.7\n')],
    ['an old .doc', 'old-word-format', ole('WordDocument')],
    ['a document with a password', 'file-encrypted', ole('EncryptedPackage')],
    [
      'a document with macros by its type',
      'file-has-macros',
      zipOf({ ...entries, '[Content_Types].xml': macros }),
    ],
    [
      'a document with macros by its parts',
      'file-has-macros',
      zipOf({ ...entries, 'word/vbaProject.bin': 'x' }),
    ],
    ['more than 20 MB', 'file-too-large', Buffer.alloc(20 * 2 ** 20 + 1)],
    ['a zip bomb', 'archive-bomb', zipOf({ ...entries, 'word/media/a.bmp': '\0'.repeat(5 * 2 ** 20) })],
    [
      'a document type with entities',
      'archive-unsafe',
      zipOf({ ...entries, 'word/document.xml': `${doctype}<w:document>&a;</w:document>` }),
    ],
    [
      'an entity without a document type',
      'file-broken',
      zipOf({ ...entries, 'word/document.xml': '<w>&a;</w>' }),
    ],
    [
      'broken XML',
      'file-broken',
      zipOf({ ...entries, 'word/document.xml': '<w:document><w:body></w:document>' }),
    ],
    ['XML that ends early', 'file-broken', zipOf({ ...entries, 'word/document.xml': '<w:document>' })],
    [
      'bytes that are no UTF-8',
      'file-broken',
      zipOf({ ...entries, 'word/styles.xml': Buffer.from('<a>\xff</a>', 'latin1') }),
    ],
    ['no main part', 'file-broken', zipOf({ ...entries, 'word/document.xml': undefined })],
    [
      'elements a thousand deep',
      'archive-unsafe',
      zipOf({ ...entries, 'word/document.xml': '<a>'.repeat(1000) + '</a>'.repeat(1000) }),
    ],
    ['an archive cut short', 'file-broken', zipOf(entries).subarray(0, 300)],
  ];

  it.each(cases)('for %s: %s', async (_, fault, bytes) => {
    await expect(readDocx(bytes)).rejects.toMatchObject({
      fault,
      userMessage: expect.stringMatching(/请.+。$/),
    });
  });

  it('and never fails in another way, whatever byte is changed', async () => {
    const original = docx(paragraph('正文') + listed('甲', 0), { styles, numbering });
    const position = fc.nat(original.length - 1);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(position, fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const bytes = Uint8Array.from(original);
          for (const [at, value] of changes) bytes[at] = value;
          await readDocx(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(UploadRefused));
        },
      ),
      { numRuns: 400 },
    );
  });
});
