import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentView, type PlainRow, streamDocument } from './document-stream.js';
import { TemplateSet } from './template-set.js';

const folder = mkdtempSync(join(tmpdir(), 'templates-'));
mkdirSync(join(folder, 'documents/d/txt'), { recursive: true });
const parts = {
  head: '《{{title}}》\n',
  row: '{{text}}\n',
  'row.note': '{{@head.title}}注\n',
  'row.heading': '一、{{text}}\n',
  tail: '共{{count}}条',
};
for (const [name, source] of Object.entries(parts))
  writeFileSync(join(folder, `documents/d/txt/${name}.hbs`), source);
const templates = new TemplateSet(folder);
const properties = { title: '', createdAt: 0 };

async function chunksOf(view: Omit<DocumentView, 'properties'>): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of streamDocument(templates, 'documents/d/txt', { properties, ...view }))
    chunks.push(chunk);
  return chunks;
}

describe('a document', () => {
  it('is its head, its rows in order, each by the template of its kind, and its tail', async () => {
    const rows = [
      { kind: 'heading', text: '总体要求' },
      { text: '第一条' },
      { kind: 'other', text: '第二条' },
    ];
    const chunks = await chunksOf({ head: { title: '方案' }, rows, tail: { count: 2 } });
    expect(chunks.join('')).toBe('《方案》\n一、总体要求\n第一条\n第二条\n共2条');
  });

  it('lets its rows read the view of its head', async () => {
    const chunks = await chunksOf({ head: { title: '方案' }, rows: [{ kind: 'note' }], tail: { count: 1 } });
    expect(chunks[1]).toBe('方案注\n');
  });

  it('exists without any row', async () => {
    expect((await chunksOf({ head: { title: '方案' }, rows: [], tail: { count: 0 } })).join('')).toBe(
      '《方案》\n共0条',
    );
  });

  it('asks for its tail after the last row, so that totals may be counted on the way', async () => {
    let count = 0;
    async function* rows(): AsyncGenerator<PlainRow> {
      for (const text of ['甲', '乙', '丙']) {
        count++;
        yield { text };
      }
    }
    const chunks = await chunksOf({ head: { title: 'x' }, rows: rows(), tail: () => ({ count }) });
    expect(chunks.at(-1)).toBe('共3条');
  });

  it('pulls no more rows than the reader has asked for', async () => {
    let pulled = 0;
    function* rows(): Generator<PlainRow> {
      for (; pulled < 100_000; pulled++) yield { text: '意见' };
    }
    const view = { properties, head: { title: 'x' }, rows: rows(), tail: { count: 0 } };
    const stream = streamDocument(templates, 'documents/d/txt', view);
    await stream.next();
    await stream.next();
    expect(pulled).toBeLessThanOrEqual(256);
    await stream.return(undefined);
  });

  it('fails for a row that lacks a variable, naming the template', async () => {
    const view = { head: { title: 'x' }, rows: [{ txt: '误' } as PlainRow], tail: { count: 0 } };
    await expect(chunksOf(view)).rejects.toThrow('templates/documents/d/txt/row.hbs: "text" not defined');
  });
});
