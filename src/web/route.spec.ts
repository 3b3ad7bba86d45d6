import { type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { InvalidInput } from '../platform/index.js';
import { actorFrom } from './actor-header.js';
import { read, write } from './route.js';
import { readInput } from './route-input.js';

const request = (parts: object): FastifyRequest =>
  ({
    headers: { 'x-bianzhi-actor': 'secretariat:office-1' },
    params: {},
    query: {},
    body: undefined,
    isMultipart: () => false,
    ...parts,
  }) as unknown as FastifyRequest;

const list = read('/things/:thingId/parts', {
  summary: '部件',
  query: { limit: z.coerce.number().default(50) },
});
const name = write('/things/:thingId/name', { summary: '命名', body: z.object({ name: z.string() }) });
const begin = write('/things/begin', { summary: '开始' });

describe('the input of a route', () => {
  it('is what its schemas made of the request', async () => {
    const parts = { params: { thingId: 'a-1' }, query: { limit: '7' } };
    expect(await readInput(list, request(parts))).toEqual({
      params: { thingId: 'a-1' },
      query: { limit: 7 },
    });
  });

  it('names the actor of a write', async () => {
    const parts = { params: { thingId: 'a-1' }, body: { name: '甲' } };
    expect(await readInput(name, request(parts))).toEqual({
      actor: { kind: 'secretariat', id: 'office-1' },
      params: { thingId: 'a-1' },
      body: { name: '甲' },
    });
  });

  it.each(['', 'a b', '../a', 'a\u0000', '长', 'x'.repeat(65)])('has no id %j', async (thingId) => {
    await expect(readInput(list, request({ params: { thingId } }))).rejects.toThrow(InvalidInput);
  });

  it('has no field that the schema does not know', async () => {
    const parts = { params: { thingId: 'a' }, body: { name: '甲', reasn: '错字' } };
    await expect(readInput(name, request(parts))).rejects.toThrow(/reasn/);
    await expect(readInput(list, request({ params: { thingId: 'a' }, query: { x: '1' } }))).rejects.toThrow(
      /x/,
    );
    await expect(readInput(begin, request({ query: { x: '1' } }))).rejects.toThrow(/x/);
    await expect(readInput(begin, request({ body: { x: 1 } }))).rejects.toThrow(InvalidInput);
  });

  it('may be empty where nothing is asked for', async () => {
    for (const body of [undefined, null, {}]) {
      expect(await readInput(begin, request({ body }))).toMatchObject({ params: {} });
    }
  });

  it('holds no NUL, however deep', async () => {
    const deep = write('/deep', {
      summary: '深',
      body: z.object({ a: z.array(z.object({ b: z.string() })) }),
    });
    const input = await readInput(deep, request({ body: { a: [{ b: 'x\u0000y' }] } }));
    expect(input).toMatchObject({ body: { a: [{ b: 'xy' }] } });
  });
});

describe('the actor header', () => {
  it.each([
    ['unit:01933e5c-0000-7000-8000-000000000000', 'unit'],
    ['leadingGroup:chair', 'leadingGroup'],
  ])('%s names a %s', (value, kind) => {
    expect(actorFrom({ 'x-bianzhi-actor': value }).kind).toBe(kind);
  });

  it.each([
    'system:timer',
    'secretariat',
    'secretariat:',
    'Secretariat:a',
    'unit:A',
    'unit:a b',
    `unit:${'x'.repeat(65)}`,
  ])('does not name anybody with %j', (value) => {
    expect(() => actorFrom({ 'x-bianzhi-actor': value })).toThrow(/X-Bianzhi-Actor/);
  });

  it('says how to write it when it is missing', () => {
    expect(() => actorFrom({})).toThrow('X-Bianzhi-Actor: secretariat:office-1');
  });
});
