import { strict as assert } from 'node:assert';
import { StringDecoder } from 'node:string_decoder';
import { type ContentStore, type StoredContent } from '../files/index.js';
import { canonicalJson } from '../platform/index.js';
import { type DocumentView } from '../render/index.js';
import { type PlannedDocument } from '../../workflows/index.js';
import { type Manifest } from './manifest.js';
import { type PartSources } from './packet-parts.js';

export type ThawedPart = Pick<DocumentView, 'head' | 'rows' | 'tail'>;

/** One line of a part's file: its head first, then its rows, then its tail. */
type SourceLine = { head: object } | { row: object } | { tail: object };

/** What the archive says of itself, as it stood then; the ledger's hash is known only when the act is over. */
export type FrozenHeading = Pick<Manifest, 'compilation' | 'draft'>;

/** What `sourcesDigest` names: the heading, and the file of each part by digest. */
interface FrozenSources extends FrozenHeading {
  /** By the part's number. */
  parts: Record<string, string>;
}

/**
 * Keeps the packet's sources by digest: one file of JSON lines for each part, and a list that names them. They are
 * written inside the act that asks for the packet, so they show exactly that ledger position; whatever changes
 * afterwards, a packet built from them is the same to the byte.
 */
export async function freezeSources(
  store: ContentStore,
  { compilation, draft }: FrozenHeading,
  documents: readonly PlannedDocument[],
  sources: PartSources,
): Promise<StoredContent> {
  const parts: Record<string, string> = {};
  for (const { number, source } of documents) {
    const { sha256 } = await store.put(inBlocks(sourceLines(await sources[source]())));
    parts[number] = sha256;
  }
  return store.put(Buffer.from(canonicalJson({ compilation, draft, parts })));
}

export async function thawHeading(store: ContentStore, digest: string): Promise<FrozenHeading> {
  const { compilation, draft } = await thaw(store, digest);
  return { compilation, draft };
}

/** One part of frozen sources as a document's view; its rows are streamed from disk while the file is checked. */
export async function thawPart(store: ContentStore, digest: string, part: string): Promise<ThawedPart> {
  const { parts } = await thaw(store, digest);
  const lines = readLines(store.stream(parts[part]));
  const first = await lines.next();
  assert.ok(first.done !== true && 'head' in first.value, 'frozen sources begin with the head');
  let tail: object | undefined;
  async function* rows(): AsyncGenerator<object> {
    for await (const line of lines) {
      if ('row' in line) yield line.row;
      else if ('tail' in line) tail = line.tail;
    }
  }
  const readTail = (): object => {
    assert.ok(
      tail !== undefined,
      'frozen sources end with the tail, which is known when the rows are through',
    );
    return tail;
  };
  return { head: first.value.head, rows: rows(), tail: readTail };
}

async function thaw(store: ContentStore, digest: string): Promise<FrozenSources> {
  return JSON.parse((await store.read(digest)).toString('utf8')) as FrozenSources;
}

async function* sourceLines({ head, rows, tail }: ThawedPart): AsyncGenerator<SourceLine> {
  yield { head };
  for await (const row of rows) yield { row };
  const totals = typeof tail === 'function' ? await (tail as () => object | Promise<object>)() : tail;
  yield { tail: totals };
}

const blockCharacters = 65_536;

/** A hundred thousand rows are not written one by one. */
async function* inBlocks(lines: AsyncIterable<SourceLine>): AsyncGenerator<Buffer> {
  let block = '';
  for await (const line of lines) {
    block += `${JSON.stringify(line)}\n`;
    if (block.length < blockCharacters) continue;
    yield Buffer.from(block);
    block = '';
  }
  if (block !== '') yield Buffer.from(block);
}

async function* readLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<SourceLine> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as SourceLine;
  }
}
