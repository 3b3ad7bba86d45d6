import { type ContentStore, type StoredContent } from '../files/index.js';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type DocumentView } from '../render/index.js';
import { packetParts, type PartNumber, type PartSource, type SourceLine } from './packet-parts.js';

/**
 * The packet's sources, one JSON line each, kept by digest. They are written inside the act that asks for the
 * packet, so they show exactly that ledger position; whatever changes afterwards, a packet built from them is the
 * same to the byte.
 */
export function freezeSources(
  store: ContentStore,
  sources: Record<PartNumber, PartSource>,
): Promise<StoredContent> {
  return store.put(sourceLines(sources));
}

async function* sourceLines(sources: Record<PartNumber, PartSource>): AsyncGenerator<Buffer> {
  for (const { number: part } of packetParts) {
    const { head, rows, tail } = await sources[part]();
    yield lineOf({ part, place: 'view', value: head });
    for await (const row of rows) yield lineOf({ part, place: 'row', value: row });
    const totals = typeof tail === 'function' ? await (tail as () => object | Promise<object>)() : tail;
    yield lineOf({ part, place: 'tail', value: totals });
  }
}

const lineOf = (line: SourceLine): Buffer => Buffer.from(`${JSON.stringify(line)}\n`);

/** One part of frozen sources as a document's view; the rows are streamed from disk. */
export async function thawPart(
  store: ContentStore,
  digest: string,
  part: PartNumber,
): Promise<Pick<DocumentView, 'head' | 'rows' | 'tail'>> {
  const head = await onlyLine(store, digest, part, 'view');
  const tail = await onlyLine(store, digest, part, 'tail');
  return { head, rows: rowsOf(store, digest, part), tail };
}

async function* rowsOf(store: ContentStore, digest: string, part: PartNumber): AsyncGenerator<object> {
  for await (const line of readSources(store, digest)) {
    if (line.part === part && line.place === 'row') yield line.value;
  }
}

async function onlyLine(
  store: ContentStore,
  digest: string,
  part: PartNumber,
  place: SourceLine['place'],
): Promise<object> {
  for await (const line of readSources(store, digest)) {
    if (line.part === part && line.place === place) return line.value;
  }
  throw new Error(`frozen sources ${digest} lack ${part}/${place}`);
}

async function* readSources(store: ContentStore, digest: string): AsyncGenerator<SourceLine> {
  const lines = createInterface({ input: Readable.from(store.stream(digest)), crlfDelay: Infinity });
  for await (const line of lines) yield JSON.parse(line) as SourceLine;
}
