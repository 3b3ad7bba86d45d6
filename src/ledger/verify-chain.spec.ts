import fc from 'fast-check';
import { canonicalJson, type JsonObject } from '../platform/index.js';
import { type ChainEntry, chainHash, genesisHash } from './chain.js';
import { readLine } from './ledger.query.js';
import { type ChainFault, type Expected, type ReadEntry, verifyChain } from './verify-chain.js';

function chainOf(length: number, algorithm: 'sha256' | 'sm3' = 'sha256'): ChainEntry[] {
  const entries: ChainEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const payload: JsonObject = seq === 1 ? { algorithm } : { number: seq };
    const at = new Date(1_624_600_000_000 + seq * 1000).toISOString();
    const prevHash = entries[seq - 2]?.hash ?? genesisHash;
    const body = { seq, at, compilationId: 'c', actor: 'secretariat:a', type: 'x.done', payload, prevHash };
    entries.push({ ...body, hash: chainHash(algorithm, body) });
  }
  return entries;
}

async function* stream(entries: readonly ReadEntry[]) {
  yield* entries;
}

const firstBad = async (entries: readonly ReadEntry[], expected: Expected = {}) =>
  (await verifyChain(stream(entries), expected)).firstBad;

/** Rehashes everything from an index on, as somebody with access to the database could. */
function rehash(entries: ChainEntry[], from: number): void {
  for (let index = from; index < entries.length; index++) {
    entries[index].prevHash = entries[index - 1]?.hash ?? genesisHash;
    entries[index].hash = chainHash('sha256', entries[index]);
  }
}

describe('verifying a chain', () => {
  it.each(['sha256', 'sm3'] as const)('accepts an unchanged chain made with %s', async (algorithm) => {
    const entries = chainOf(50, algorithm);
    expect(await verifyChain(stream(entries))).toEqual({
      ok: true,
      entries: 50,
      head: entries[49].hash,
      firstBad: null,
      anchoredTo: null,
    });
  });

  const tamperings: [ChainFault, number, (entries: ChainEntry[]) => void][] = [
    ['edit', 7, (entries) => (entries[6].payload = { number: 70 })],
    ['edit', 7, (entries) => (entries[6].actor = 'secretariat:b')],
    ['gap', 8, (entries) => entries.splice(6, 1)],
    ['reorder', 7, (entries) => entries.splice(7, 0, structuredClone(entries[6]))],
    ['gap', 8, (entries) => entries.splice(6, 2, entries[7], entries[6])],
    ['fork', 8, (entries) => (entries[7].prevHash = 'f'.repeat(64))],
    ['genesis', 2, (entries) => entries.splice(0, 1)],
    ['malformed', 5, (entries) => (entries[4] = { seq: 5 } as ChainEntry)],
    ['malformed', 5, (entries) => (entries[4] = {} as ChainEntry)],
    ['malformed', 21, (entries) => entries.push({ ...entries[0], seq: '1' } as never)],
    [
      'clock',
      6,
      (entries) => {
        entries[5].at = entries[3].at;
        rehash(entries, 5);
      },
    ],
  ];
  it.each(tamperings)('names %s at entry %i', async (kind, seq, tamper) => {
    const entries = chainOf(20);
    tamper(entries);
    expect(await firstBad(entries)).toEqual({ seq, kind });
  });

  it('sees a cut tail and a rewritten chain when the head was kept elsewhere', async () => {
    const entries = chainOf(20);
    const head = { seq: 20, hash: entries[19].hash };
    const anchors = [{ seq: 12, hash: entries[11].hash }];
    expect(await firstBad(entries.slice(0, 15), { head })).toEqual({ seq: 16, kind: 'truncation' });
    entries[9].payload = { number: 0 };
    rehash(entries, 9);
    expect((await verifyChain(stream(entries))).ok).toBe(true);
    expect(await firstBad(entries, { head })).toEqual({ seq: 21, kind: 'truncation' });
    expect(await firstBad(entries, { anchors })).toEqual({ seq: 12, kind: 'anchor' });
    expect(await firstBad(entries.slice(0, 9), { anchors })).toEqual({ seq: 10, kind: 'truncation' });
  });

  it('says up to which anchor the chain agrees with what was noted elsewhere', async () => {
    const entries = chainOf(20);
    const anchors = [5, 12].map((seq) => ({ seq, hash: entries[seq - 1].hash }));
    expect(await verifyChain(stream(entries), { anchors })).toMatchObject({ ok: true, anchoredTo: 12 });
  });

  it('takes nothing for a ledger that has no entry', async () => {
    expect(await firstBad([])).toEqual({ seq: 1, kind: 'empty' });
  });

  it('refuses an entry of another compilation inside the chain, rehashed or not', async () => {
    const entries = chainOf(20);
    entries[9].compilationId = 'd';
    rehash(entries, 9);
    expect(await firstBad(entries)).toEqual({ seq: 10, kind: 'foreign' });
  });
});

describe('a line of an exported ledger', () => {
  const [, entry] = chainOf(2);
  const line = canonicalJson(entry);

  it('is an entry when it is the canonical text of what it holds', () => {
    expect(readLine(line)).toEqual(entry);
  });

  it.each([
    ['another order of members', JSON.stringify(entry)],
    ['white space', line.replace(',', ', ')],
    ['a member too many', canonicalJson({ ...entry, note: 'x' })],
    ['a member that stands twice', line.replace('{"actor"', '{"actor":"x","actor"')],
    ['a doubled member inside the payload', line.replace('{"number":2}', '{"number":1,"number":2}')],
    ['a number written otherwise', line.replace('"seq":2', '"seq":2.0')],
    ['an escape that is not needed', line.replace('x.done', '\\u0078.done')],
  ])('is none with %s', (_, tampered) => {
    expect(tampered).not.toBe(line);
    expect(readLine(tampered)).toBe('form');
  });

  it.each(['', ' ', '{', 'null', '[]', '7', line.slice(0, -1)])('is none: %j', (text) => {
    expect(['form', 'malformed']).toContain(readLine(text));
  });

  it('finds any single change of any field', async () => {
    const fields = ['at', 'compilationId', 'actor', 'type', 'hash', 'prevHash'] as const;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 19 }), fc.constantFrom(...fields), async (index, field) => {
        const entries = chainOf(20);
        entries[index][field] = `${entries[index][field]}0`;
        expect((await verifyChain(stream(entries))).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
