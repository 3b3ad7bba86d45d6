import { EventEmitter, once } from 'node:events';
import { Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { OnceOnly } from '../engine/index.js';
import { LedgerQuery } from '../ledger/index.js';
import {
  configToken,
  IdSource,
  logger,
  SeededIds,
  SimulatedClock,
  templatesFolder,
} from '../platform/index.js';
import { createAdapter, furnish } from './door.js';
import { download } from './download.js';
import { Assets } from './pages/assets.js';
import { FrameSource } from './pages/frame-source.js';
import { TemplateSet } from '../render/index.js';
import { Doorkeeper, stranger, type Visitor } from './visitor.js';
import { NotReady } from './web.errors.js';
import { ApiController, read, Route } from './route.js';
import { RouteTable } from './route-table.js';

const secret = 'SELECT password FROM account';
const csv = 'text/csv; charset=utf-8';
const slow = new EventEmitter();

const routes = {
  fail: read('/fail', { summary: '出错' }),
  wrong: read('/wrong', { summary: '答非所问', response: z.object({ count: z.number() }) }),
  row: read('/row', { summary: '一行', response: z.object({ id: z.string() }) }),
  broken: read('/broken', { summary: '开头就断', produces: csv }),
  halfway: read('/halfway', { summary: '中途断', produces: csv }),
  unready: read('/unready', { summary: '未就绪' }),
  slow: read('/slow', { summary: '慢' }),
};

@ApiController('试验')
class TrialController {
  @Route(routes.fail)
  fail() {
    throw new Error(secret);
  }

  @Route(routes.wrong)
  wrong() {
    return { count: secret };
  }

  @Route(routes.row)
  row() {
    return { id: 'a', passwordHash: secret };
  }

  @Route(routes.broken)
  broken() {
    return download(breakingAfter(0), csv, '表.csv');
  }

  @Route(routes.halfway)
  halfway() {
    return download(breakingAfter(3), csv, '表.csv');
  }

  @Route(routes.unready)
  unready() {
    throw new NotReady('数据库无法访问');
  }

  @Route(routes.slow)
  async slow() {
    slow.emit('begun');
    await once(slow, 'end');
    return { done: true };
  }
}

async function* breakingAfter(chunks: number): AsyncGenerator<string> {
  for (let index = 0; index < chunks; index++) yield '甲,乙\n'.repeat(10_000);
  throw new Error(secret);
}

const office: Visitor = {
  ...stranger,
  name: '经办一岗',
  actorAs: () => ({ kind: 'secretariat', id: 'office-1' }),
};

@Module({
  imports: [DiscoveryModule],
  controllers: [TrialController],
  providers: [
    RouteTable,
    { provide: LedgerQuery, useValue: {} },
    // Only reads are tried here, and a read takes no key.
    { provide: OnceOnly, useValue: {} },
    { provide: IdSource, useValue: new SeededIds(new SimulatedClock(0), 1) },
    { provide: configToken, useValue: { publicUrl: 'http://127.0.0.1' } },
    { provide: TemplateSet, useValue: new TemplateSet(templatesFolder) },
    { provide: Doorkeeper, useValue: { recognise: () => Promise.resolve(office) } },
    { provide: FrameSource, useValue: { frame: () => Promise.resolve({}) } },
    Assets,
  ],
})
class TrialModule {}

describe('behind the door', () => {
  let app: NestFastifyApplication;
  let url: string;
  const level = logger.level;
  beforeEach(async () => {
    logger.level = 'silent';
    app = await NestFactory.create(TrialModule, createAdapter(), { logger: false, bodyParser: false });
    await furnish(app);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterEach(async () => {
    await app.close();
    logger.level = level;
  });

  it.each(['/fail', '/wrong', '/broken'])(
    'an unexpected error shows a number, not the inside (%s)',
    async (path) => {
      const answer = await fetch(url + path);
      const text = await answer.text();
      expect(answer.status).toBe(500);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(JSON.parse(text)).toMatchObject({
        code: 'unexpected',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(text).not.toContain(secret);
    },
  );

  it('a file that breaks off halfway arrives as broken, never as a shorter file', async () => {
    const answer = await fetch(`${url}/halfway`);
    await expect(answer.text()).rejects.toThrow();
  });

  it('what a row holds beside what the route names stays inside', async () => {
    expect(await (await fetch(`${url}/row`)).json()).toEqual({ id: 'a' });
  });

  it('a process that cannot work says so', async () => {
    const answer = await fetch(`${url}/unready`);
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'not-ready' }]);
  });

  it('a request that is under way is answered before the house closes', async () => {
    const begun = once(slow, 'begun');
    const underWay = fetch(`${url}/slow`);
    await begun;
    const closed = app.close();
    slow.emit('end');
    expect(await (await underWay).json()).toEqual({ done: true });
    await closed;
    await expect(fetch(`${url}/row`)).rejects.toThrow();
  });
});
