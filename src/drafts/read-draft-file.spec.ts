import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RevisionChoice } from '../files/index.js';
import { projectRoot } from '../platform/index.js';
import { readDraftFile } from './read-draft-file.js';
import { flattenClauses, tablesOf, wordingOf } from './text/index.js';

const fixture = (name: string) => readFile(join(projectRoot, 'test', 'fixtures', 'drafts', name));

async function read(name: string, changes?: RevisionChoice) {
  const reading = await readDraftFile({ bytes: await fixture(name), fileName: name, changes });
  const clauses = flattenClauses(reading.draft.clauses).map(({ clause }) => clause);
  return {
    ...reading,
    clauses,
    lines: clauses.map((clause) => clause.written + wordingOf(clause).join('⏎')),
    said: reading.doubts.map(({ label, message }) => `${label}：${message}`),
  };
}

describe('a draft that came as a file', () => {
  it('has the numbers that Word shows', async () => {
    expect((await read('01-autonum.docx')).lines).toEqual([
      '一、总体要求',
      '（一）指导思想。全面贯彻精神。',
      '（二）主要目标。到2025年达到85%以上。',
      '二、重点任务',
      '（一）质量提升。推进工作。（责任单位：市市场监管局）',
      '1.细项一。内容。',
      '2.细项二。内容。',
      '（1）小项。内容。',
      '三、保障措施',
      '（一）组织领导。加强。',
    ]);
    expect((await read('03-autonum-ideographDigital.docx')).lines.slice(5, 7)).toEqual([
      '1、细项一。内容。',
      '2、细项二。内容。⏎①小项。内容。',
    ]);
  });

  it('is read as if its tracked changes were accepted, each of them said', async () => {
    const { lines, said, hasChanges } = await read('08-tracked.docx');
    expect(hasChanges).toBe(true);
    expect(lines).toEqual([
      '一、总体要求',
      '（一）主要目标。到2025年合格率达到95%以上。',
      '（二）合并前段。上半句，下半句。',
      '二、任务',
      '（一）移来的条款。内容。',
      '（二）新增条款。内容。',
    ]);
    expect(said).toHaveLength(5);
    expect(said[0]).toMatch(/^一、（一）：此处有修订：删去“90%”，增加“95%”/);
  });

  it('is read by the choice of the person, who is then told nothing more', async () => {
    const refused = await read('08-tracked.docx', 'refused');
    expect(refused.lines).toEqual([
      '一、总体要求',
      '（一）主要目标。到2025年合格率达到90%以上。',
      '（二）被删除的条款。删除内容。',
      '（二）合并前段。上半句，下半句。',
      '（三）移走的条款。',
      '二、任务⏎内容。',
    ]);
    expect(refused.said.join('')).not.toContain('修订');
    expect((await read('08-tracked.docx', 'accepted')).said).toEqual([]);
  });

  it('has no row that was deleted, and says so', async () => {
    const { clauses, said } = await read('30-deletedrow.docx');
    expect(clauses.flatMap(tablesOf)).toEqual([]);
    expect(said).toEqual([expect.stringContaining('一、：此处有修订：删去“删除的行”')]);
    const refused = await read('30-deletedrow.docx', 'refused');
    expect(refused.clauses.flatMap(tablesOf)).toEqual([{ rows: [['删除的行']] }]);
  });

  it('keeps its tables where they stand', async () => {
    const { clauses, draft, said } = await read('11-tables.docx');
    expect(tablesOf(clauses[1])).toEqual([
      {
        rows: [
          ['序号', '指标', '2025年', '2035年'],
          ['1', '制造业质量竞争力指数', '≥94', '≥96'],
          ['2', '农产品合格率', '≥98%', '≥99%'],
        ],
      },
    ]);
    expect(tablesOf(clauses[2])).toEqual([]);
    expect(draft.foot).toEqual(['附件：重点任务分工表', '| 任务 | 责任单位 |\n| 质量攻关 | 市市场监管局 |']);
    expect(said).toEqual([expect.stringContaining('表格1张列在文末，不作为条款')]);
    expect(tablesOf((await read('15-merged.docx')).clauses[0])).toEqual([
      {
        rows: [
          ['跨列', ''],
          ['跨行', '内1\t内2'],
        ],
      },
    ]);
  });

  it('has the text of its text boxes where they are anchored, with a doubt', async () => {
    const { lines, said } = await read('13-textbox.docx');
    expect(lines.slice(1)).toEqual([
      '（一）目标。内容。⏎专栏1：文本框里的重点工程',
      '（二）原则。内容。⏎旧式文本框（VML）：保障措施详见附表',
    ]);
    expect(said.filter((line) => line.includes('文本框中的文字'))).toHaveLength(2);
  });

  it('is the same whatever spaces stand around its numbers', async () => {
    const { lines, doubts } = await read('17-spaces.docx');
    expect(lines).toEqual([
      '一、总体要求',
      '（一）目标。内容。',
      '（二）原则。内容。',
      '二、任务',
      '（一）甲。内容。',
    ]);
    expect(doubts).toEqual([]);
  });

  it.each(['gb18030', 'utf-8', 'utf-8 with mark', 'utf-16le'])('is decoded from %s', async (encoding) => {
    const gbk = await fixture('26-gbk.txt');
    const text = new TextDecoder('gb18030').decode(gbk);
    const bytes = {
      gb18030: gbk,
      'utf-8': Buffer.from(text),
      'utf-8 with mark': Buffer.from(`\ufeff${text}`),
      'utf-16le': Buffer.from(`\ufeff${text}`, 'utf16le'),
    }[encoding]!;
    const { draft, doubts } = await readDraftFile({ bytes, fileName: '文稿.txt' });
    expect([draft.title, draft.clauses.length, doubts]).toEqual(['上海市质量提升实施方案', 1, []]);
  });

  it.each([
    ['23-ole-renamed.docx', '旧版Word或WPS文档'],
    ['25-html.doc', '网页文件（HTML）'],
    ['29-rtf.doc', 'RTF文件'],
  ])('is refused for what it is: %s', async (name, word) => {
    await expect(read(name)).rejects.toMatchObject({ userMessage: expect.stringContaining(word) });
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF文件'],
    ['a page in UTF-16', Buffer.from('\ufeff<!DOCTYPE html><html>', 'utf16le'), '网页文件'],
    ['a web archive', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n'), '网页文件'],
    ['Word 2003 XML', Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'), 'XML'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), '图片'],
    ['text without numbers', Buffer.from('只有一段话，没有编号。'), '没有识别出条款'],
  ])('is refused for what it is: %s', async (_, bytes, word) => {
    const refused = readDraftFile({ bytes, fileName: '文稿.doc' });
    await expect(refused).rejects.toMatchObject({ userMessage: expect.stringContaining(word) });
  });
});
