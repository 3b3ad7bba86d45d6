import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentStore } from '../files/index.js';
import { freezeSources, thawHeading, thawPart } from './frozen-sources.js';
import { type PartSource, type PartSources } from './packet-parts.js';
import { type PlannedDocument } from '../../workflows/index.js';

const heading = {
  compilation: { id: 'c', title: '《实施方案》', documentNumber: null },
  draft: { name: '报批稿', revision: 1, digest: 'd' },
};
const odd = { text: '𠮷野家\n第二行\u2028“引号”\\', nothing: null };

const documents: PlannedDocument[] = [
  { number: '01', title: '报批稿', source: 'draft' },
  { number: '03', title: '征求意见汇总处理表', source: 'dispositions' },
];
const sourcesOf = (source: PartSource): PartSources => ({
  draft: source,
  explanation: source,
  dispositions: source,
  submissions: source,
});

async function collect(rows: Iterable<object> | AsyncIterable<object>): Promise<object[]> {
  const all: object[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

describe('frozen sources', () => {
  let folder: string;
  let store: ContentStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bianzhi-frozen-'));
    store = new ContentStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('give back head, rows and totals as they were, whatever the text', async () => {
    const view = { head: odd, rows: [odd, { kind: 'x', cells: ['1', ''] }], tail: { total: 2 } };
    const { sha256 } = await freezeSources(
      store,
      heading,
      documents,
      sourcesOf(() => Promise.resolve(view)),
    );
    const { head, rows, tail } = await thawPart(store, sha256, '03');
    expect(head).toEqual(odd);
    expect(await collect(rows)).toEqual(view.rows);
    expect((tail as () => object)()).toEqual({ total: 2 });
    expect(await thawHeading(store, sha256)).toEqual(heading);
  });

  it('ask for the totals after the last row, so that they may be counted on the way', async () => {
    let passed = 0;
    function* rows() {
      for (; passed < 3; passed++) yield { passed };
    }
    const source = () => Promise.resolve({ head: {}, rows: rows(), tail: () => Promise.resolve({ passed }) });
    const { sha256 } = await freezeSources(store, heading, documents, sourcesOf(source));
    const part = await thawPart(store, sha256, '01');
    await collect(part.rows);
    expect((part.tail as () => object)()).toEqual({ passed: 3 });
  });

  it('come through in one piece however many rows there are', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ text: `第${index}条：${'意见'.repeat(20)}` }));
    const view = { head: {}, rows: many, tail: {} };
    const { sha256 } = await freezeSources(
      store,
      heading,
      documents,
      sourcesOf(() => Promise.resolve(view)),
    );
    expect(await collect((await thawPart(store, sha256, '03')).rows)).toEqual(many);
  });

  it('have the same digest for the same content, and another for the least change', async () => {
    const freeze = async (text: string) => {
      const view = { head: {}, rows: [{ text }], tail: {} };
      return (
        await freezeSources(
          store,
          heading,
          documents,
          sourcesOf(() => Promise.resolve(view)),
        )
      ).sha256;
    };
    const first = await freeze('甲');
    expect(await freeze('甲')).toBe(first);
    expect(await freeze('乙')).not.toBe(first);
  });

  it('that were changed on disk are not built from', async () => {
    const view = { head: {}, rows: [{ text: '甲' }], tail: {} };
    const { sha256 } = await freezeSources(
      store,
      heading,
      documents,
      sourcesOf(() => Promise.resolve(view)),
    );
    const { parts } = JSON.parse((await store.read(sha256)).toString()) as { parts: Record<string, string> };
    const [group] = (await readdir(folder)).filter((name) => parts['01'].startsWith(name));
    await writeFile(join(folder, group, parts['01']), '{"head":{}}\n{"row":{"text":"乙"}}\n{"tail":{}}\n');
    const { rows } = await thawPart(store, sha256, '01');
    await expect(collect(rows)).rejects.toThrow('文件内容已被改动');
  });
});
