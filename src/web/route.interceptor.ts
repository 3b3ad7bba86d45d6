import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { strict as assert } from 'node:assert';
import { type OnceOnly } from '../engine/index.js';
import { LedgerQuery } from '../ledger/index.js';
import { type Actor } from '../platform/index.js';
import { Foreseen } from './act-routes.js';
import { keyed, keyIn } from './keyed.js';
import { type PageDoor } from './pages/page-door.js';
import { pageRouteOf } from './pages/page-route.js';
import { requireOwnPage } from './pages/own-page.js';
import { formTokenOf, requireOwnForm } from './form-maker.js';
import { permit, requireWithinScope } from './permission.js';
import { type AnyRoute, keepInput, routeOf } from './route.js';
import { readInput, readParams } from './route-input.js';
import { type Upload } from './upload.js';
import { type Doorkeeper } from './visitor.js';

/**
 * Stands around every handler: checks what comes in, refuses a compilation that does not exist, and lets out what
 * the route's answer names.
 */
@Injectable()
export class RouteInterceptor implements NestInterceptor {
  constructor(
    private readonly ledger: LedgerQuery,
    private readonly pages: PageDoor,
    private readonly doorkeeper: Doorkeeper,
    private readonly once: OnceOnly,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const pageRoute = pageRouteOf(context.getHandler());
    if (pageRoute !== undefined) return from(this.pages.answer(pageRoute, request, reply, next));
    const route = routeOf(context.getHandler());
    assert.ok(route, 'a handler without a route passed the check at start');
    const { compilationId, actor } = await this.admit(route, request);
    const input = await readInput(route, request, actor);
    // Every compilation has a chain, so its head says whether there is one, without asking a room.
    if (compilationId !== undefined) await this.ledger.head(compilationId);
    keepInput(request, input);
    return from(this.answer(route, request, reply, { actor, ...input }, next));
  }

  private async answer(
    route: AnyRoute,
    request: FastifyRequest,
    reply: FastifyReply,
    asked: { actor: Actor; body?: unknown; file?: Upload; dryRun?: boolean },
    next: CallHandler,
  ): Promise<unknown> {
    const perform = async () => {
      const answer: unknown = await lastValueFrom(next.handle());
      if (answer instanceof Foreseen) return answer.view;
      return route.response === undefined ? answer : route.response.parse(answer);
    };
    const key = route.method === 'GET' ? null : keyIn(request, asked.actor, keyFieldOf(route, asked.body));
    if (asked.dryRun === true) return perform();
    if (key === null) return sent(await perform(), route, reply);
    const { body, file = null, actor } = asked;
    const { answer, repeated } = await this.once.run(keyed(request, key, { actor, body, file }), perform);
    if (repeated) reply.header('idempotency-replayed', 'true');
    return sent(answer, route, reply);
  }

  /** Who asks is settled before anything of the request is read. */
  private async admit(route: AnyRoute, request: FastifyRequest) {
    const visitor = await this.doorkeeper.recognise(request);
    const params = readParams(route.path, request) as Record<string, string | undefined>;
    const { compilationId } = params;
    const changes = route.method !== 'GET';
    if (changes) requireOwnPage(request);
    const actor = permit(visitor, route.by, compilationId);
    if (changes) await requireOwnForm(this.doorkeeper, visitor, route.by, request, formTokenOf(request));
    if (route.by !== 'anyone') requireWithinScope(visitor, params);
    return { compilationId, actor };
  }
}

function sent(answer: unknown, route: AnyRoute, reply: FastifyReply): unknown {
  reply.status(answer === undefined ? 204 : route.method === 'GET' ? 200 : route.status);
  return answer;
}

const keyFieldOf = ({ keyField }: { keyField?: string }, body: unknown): unknown =>
  keyField === undefined ? undefined : (body as Record<string, unknown>)[keyField];
