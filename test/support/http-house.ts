import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '../../src/http.js';
import { logger } from '../../src/platform/index.js';
import { Credentials } from './credentials.js';
import { openHouse, type TestHouse } from './test-house.js';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  /** Empty when the answer was not JSON. */
  json: T;
  text: string;
}

export interface CallOptions {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Who calls: `secretariat:office-1` unless told, with a personal token or, a unit or expert, a session. */
  actor?: string | null;
}

/** The house with its HTTP door, open on a free port of this machine. */
export interface HttpHouse extends TestHouse {
  url: string;
  /** Sends a body that is neither FormData nor text as JSON; a body makes it a POST. */
  call<T = unknown>(path: string, options?: CallOptions): Promise<Answer<T>>;
}

/** @param units how many units of the roster are seeded; all of them unless told */
export async function openHttpHouse(startsAt?: string, units?: number): Promise<HttpHouse> {
  const level = logger.level;
  logger.level = 'error';
  const house = await openHouse(startsAt, createHttpApp, { units });
  const app = house.app as NestFastifyApplication;
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const credentials = new Credentials(house);
  return {
    ...house,
    url,
    call: (path, options) => call(url, path, credentials, options),
    async close() {
      logger.level = level;
      await house.close();
    },
  };
}

async function call<T>(
  url: string,
  path: string,
  credentials: Credentials,
  { method, body, headers = {}, actor = 'secretariat:office-1' }: CallOptions = {},
): Promise<Answer<T>> {
  const plain = body === undefined || typeof body === 'string' || body instanceof FormData;
  const response = await fetch(url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    body: plain ? body : JSON.stringify(body),
    headers: {
      ...(plain ? {} : { 'content-type': 'application/json' }),
      ...(actor === null ? {} : await credentials.headersFor(actor, path)),
      ...headers,
    },
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    json: (isJson && !text.includes('\n') ? JSON.parse(text) : {}) as T,
    text,
  };
}
