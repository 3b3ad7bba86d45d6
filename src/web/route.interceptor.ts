import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { map } from 'rxjs';
import { strict as assert } from 'node:assert';
import { LedgerQuery } from '../ledger/index.js';
import { from, type Observable } from 'rxjs';
import { type PageDoor } from './pages/page-door.js';
import { pageRouteOf } from './pages/page-route.js';
import { keepInput, routeOf } from './route.js';
import { readInput } from './route-input.js';

/**
 * Stands around every handler: checks what comes in, refuses a compilation that does not exist, and lets out what
 * the route's answer names.
 */
@Injectable()
export class RouteInterceptor implements NestInterceptor {
  constructor(
    private readonly ledger: LedgerQuery,
    private readonly pages: PageDoor,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const pageRoute = pageRouteOf(context.getHandler());
    if (pageRoute !== undefined) return from(this.pages.answer(pageRoute, request, reply, next));
    const route = routeOf(context.getHandler());
    assert.ok(route, 'a handler without a route passed the check at start');
    const input = await readInput(route, request);
    const { compilationId } = (input as { params: { compilationId?: string } }).params;
    // Every compilation has a chain, so its head says whether there is one, without asking a room.
    if (compilationId !== undefined) await this.ledger.head(compilationId);
    keepInput(request, input);
    return next.handle().pipe(
      map((answer: unknown) => {
        reply.status(answer === undefined ? 204 : route.method === 'GET' ? 200 : route.status);
        return route.response === undefined ? answer : route.response.parse(answer);
      }),
    );
  }
}
