import { type Socket } from 'node:net';
import { parse } from 'node:querystring';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { OnceOnly } from '../engine/index.js';
import { LedgerQuery } from '../ledger/index.js';
import { type Config, configToken, IdSource, logger } from '../platform/index.js';
import { TemplateSet } from '../render/index.js';
import { problem, problemType, sendProblem } from './problem.js';
import { Assets } from './pages/assets.js';
import { FrameSource } from './pages/frame-source.js';
import { PageDoor } from './pages/page-door.js';
import { PageRenderer } from './pages/page-renderer.js';
import { RefusalPage } from './pages/refusal-page.js';
import { ProblemFilter } from './problem.filter.js';
import { faultByStatus, requestFaultOf } from './request-faults.js';
import { RouteInterceptor } from './route.interceptor.js';
import { RouteTable } from './route-table.js';
import { multipartOptions } from './upload.js';
import { Doorkeeper } from './visitor.js';
import { ForeignHost, TooManyFields } from './web.errors.js';

/** The server below Nest: small bodies, no endless uploads, and its own complaints in Chinese. */
const serverOptions: FastifyServerOptions = {
  bodyLimit: 1024 * 1024,
  requestTimeout: 120_000,
  // While closing, requests that already arrived on an open connection are still served.
  return503OnClosing: false,
  frameworkErrors: answerFrameworkError as FastifyServerOptions['frameworkErrors'],
  clientErrorHandler: answerClientError,
};

/** @param trustedProxies whose word on the sender's address counts; without any, anybody could invent one */
export const createAdapter = (trustedProxies?: string): FastifyAdapter =>
  new FastifyAdapter({ ...serverOptions, trustProxy: trustedProxies ?? false });

/** Four parts of 10000 characters, each character nine bytes in a form, and room to spare. */
const formLimit = 4 * 1024 * 1024;
/** The longest form of ours, a unit's material, has some hundreds. */
const mostFields = 5000;

/** @throws TooManyFields instead of dropping any: what was typed must not vanish silently */
function parseForm(text: string): Record<string, unknown> {
  if (text.split('&', mostFields + 1).length > mostFields) throw new TooManyFields(mostFields);
  return { ...parse(text, '&', '=', { maxKeys: 0 }) };
}

/** Puts the checks and the one error filter in front of every route. */
export async function furnish(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart, multipartOptions);
  await app.register(formbody, { bodyLimit: formLimit, parser: parseForm });
  await app.register(cookie);
  const { publicUrl } = app.get<Config>(configToken);
  const doorkeeper = app.get(Doorkeeper, { strict: false });
  const once = app.get(OnceOnly);
  const frames = app.get(FrameSource, { strict: false });
  const renderer = new PageRenderer(
    app.get(TemplateSet),
    frames,
    app.get(Assets),
    app.get(IdSource),
    publicUrl,
  );
  const refusals = new RefusalPage(doorkeeper, renderer);
  app.useGlobalFilters(new ProblemFilter(refusals, app.get(RouteTable), app.get(IdSource)));
  app.useGlobalInterceptors(
    new RouteInterceptor(
      app.get(LedgerQuery),
      new PageDoor(doorkeeper, renderer, once, publicUrl),
      doorkeeper,
      once,
    ),
  );
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  // Without this a body of text/plain would arrive as one string.
  server.removeContentTypeParser('text/plain');
  const { hostname } = new URL(publicUrl);
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]', hostname]);
  server.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply, publicUrl.startsWith('https:'));
    if (!hosts.has(request.hostname)) throw new ForeignHost();
  });
  server.addHook('onResponse', async (request, reply) => logRequest(request, reply));
}

const yearSeconds = 31_536_000;

/** Nothing is cached, framed, sniffed or run; a page that needs more says so itself. */
function setSecurityHeaders(reply: FastifyReply, overTls: boolean): void {
  if (overTls) reply.header('strict-transport-security', `max-age=${yearSeconds}; includeSubDomains`);
  reply.headers({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
}

/** The route's pattern instead of the address: a query may hold a name, and a log outlives its erasure. */
function logRequest(request: FastifyRequest, reply: FastifyReply): void {
  const { method, routeOptions } = request;
  const route = routeOptions.url ?? '(unknown)';
  const durationMs = Math.round(reply.elapsedTime);
  logger.info({ method, route, status: reply.statusCode, durationMs }, 'request');
}

/** An address that cannot be decoded matches no route and reaches no filter. */
function answerFrameworkError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { status, code, detail } = requestFaultOf(error) ?? faultByStatus(400);
  sendProblem(reply, problem(status, code, detail, request.url.split('?', 1)[0]));
}

const statusOfParserError: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What is no HTTP at all never becomes a request; it is answered on the socket. */
function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, code, detail } = faultByStatus(statusOfParserError[error.code ?? ''] ?? 400);
  const body = JSON.stringify(problem(status, code, detail, '/'));
  const head = [
    `HTTP/1.1 ${status} Problem`,
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}
