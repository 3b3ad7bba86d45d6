import { type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, InvalidInput } from '../platform/index.js';
import { read, write } from './route.js';
import { readInput } from './route-input.js';

const office: Actor = { kind: 'secretariat', id: 'office-1' };

const request = (parts: object): FastifyRequest =>
  ({
    headers: {},
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
    expect(await readInput(list, request(parts), office)).toEqual({
      params: { thingId: 'a-1' },
      query: { limit: 7 },
    });
  });

  it('of a write names who acts', async () => {
    const parts = { params: { thingId: 'a-1' }, body: { name: '甲' } };
    expect(await readInput(name, request(parts), office)).toEqual({
      actor: { kind: 'secretariat', id: 'office-1' },
      params: { thingId: 'a-1' },
      body: { name: '甲' },
    });
  });

  it.each(['', 'a b', '../a', 'a\u0000', '长', 'x'.repeat(65)])('has no id %j', async (thingId) => {
    await expect(readInput(list, request({ params: { thingId } }), office)).rejects.toThrow(InvalidInput);
  });

  it('has no field that the schema does not know', async () => {
    const parts = { params: { thingId: 'a' }, body: { name: '甲', reasn: '错字' } };
    await expect(readInput(name, request(parts), office)).rejects.toThrow(/reasn/);
    await expect(
      readInput(list, request({ params: { thingId: 'a' }, query: { x: '1' } }), office),
    ).rejects.toThrow(/x/);
    await expect(readInput(begin, request({ query: { x: '1' } }), office)).rejects.toThrow(/x/);
    await expect(readInput(begin, request({ body: { x: 1 } }), office)).rejects.toThrow(InvalidInput);
  });

  it('may be empty where nothing is asked for', async () => {
    for (const body of [undefined, null, {}]) {
      expect(await readInput(begin, request({ body }), office)).toMatchObject({ params: {} });
    }
  });

  it('holds no NUL, however deep', async () => {
    const deep = write('/deep', {
      summary: '深',
      body: z.object({ a: z.array(z.object({ b: z.string() })) }),
    });
    const input = await readInput(deep, request({ body: { a: [{ b: 'x\u0000y' }] } }), office);
    expect(input).toMatchObject({ body: { a: [{ b: 'xy' }] } });
  });
});
