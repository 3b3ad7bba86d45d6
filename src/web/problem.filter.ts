import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { IdSource, logger, OperatingFailure } from '../platform/index.js';
import { type Problem, problem, problemOf, sendProblem, unexpectedProblem } from './problem.js';
import { faultByStatus } from './request-faults.js';
import { type RefusalPage } from './pages/refusal-page.js';
import { RouteTable } from './route-table.js';

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly pages: RefusalPage,
    private readonly table: RouteTable,
    private readonly ids: IdSource,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answer = this.answerTo(error, request, reply);
    if (answer.status === 401) reply.header('www-authenticate', 'Bearer');
    // What is left of the request may be gigabytes; the connection is not worth reading to its end.
    if (answer.status === 413) reply.header('connection', 'close');
    if (answer.retryAfterSeconds !== undefined) reply.header('retry-after', answer.retryAfterSeconds);
    if (!wantsPage(request)) return sendProblem(reply, answer);
    await this.pages.send(answer, request, reply).catch((fault: unknown) => {
      // Nothing stands behind this filter: without an answer the browser would wait for ever. What keeps an act from
      // being carried out may keep its page from being drawn: then the sentence alone must do.
      const bare = answer.status === 503 ? answer : this.unexpected(fault, request, pathOf(request));
      sendProblem(reply, bare);
    });
  }

  private answerTo(error: unknown, request: FastifyRequest, reply: FastifyReply): Problem {
    const path = pathOf(request);
    const refused = problemOf(error, path);
    if (error instanceof OperatingFailure)
      logger.error(
        { err: error, method: request.method, route: request.routeOptions?.url },
        'not carried out',
      );
    if (refused === undefined) return this.unexpected(error, request, path);
    const methods = refused.code === 'unknown-address' ? this.table.methodsAt(path) : [];
    if (methods.length === 0) return refused;
    reply.header('allow', methods.join(', '));
    const { status, code, detail } = faultByStatus(405);
    return problem(status, code, detail, path);
  }

  private unexpected(error: unknown, request: FastifyRequest, path: string): Problem {
    const id = this.ids.next();
    logger.error(
      { err: error, id, method: request.method, route: request.routeOptions?.url },
      'request failed',
    );
    return unexpectedProblem(id, path);
  }
}

/** Programs get problem documents, people get sentences. */
const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  !url.startsWith('/api') &&
  (headers.accept?.includes('text/html') === true || headers['hx-request'] === 'true');

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0];
