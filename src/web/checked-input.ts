import {
  applyDecorators,
  createParamDecorator,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import { type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';

/**
 * What a handler's one parameter is: the input that was checked for this request before the handler runs. Each kind
 * of route (of the API, of pages) has its own metadata, so that its interceptor knows it.
 */
export class CheckedInput<R extends { method: keyof typeof RequestMethod; path: string }> {
  private readonly inputs = new WeakMap<FastifyRequest, unknown>();
  private readonly parameter = createParamDecorator((_: unknown, context: ExecutionContext) =>
    this.inputs.get(context.switchToHttp().getRequest<FastifyRequest>()),
  );

  constructor(private readonly metadataKey: string) {}

  keep(request: FastifyRequest, input: unknown): void {
    this.inputs.set(request, input);
  }

  routeOf(handler: object): R | undefined {
    return Reflect.getMetadata(this.metadataKey, handler) as R | undefined;
  }

  /** Makes a method the handler of a route. */
  decorate(route: R, target: object, key: string, descriptor: PropertyDescriptor): void {
    this.parameter()(target, key, 0);
    applyDecorators(
      RequestMapping({ path: route.path, method: RequestMethod[route.method] }),
      SetMetadata(this.metadataKey, route),
    )(target, key, descriptor);
  }
}
