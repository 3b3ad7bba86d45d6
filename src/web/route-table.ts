import { strict as assert } from 'node:assert';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type AnyPageRoute, pageRouteOf } from './pages/page-route.js';
import { type AnyRoute, groupOf, routeOf } from './route.js';

export interface ListedRoute {
  route: AnyRoute;
  /** Chinese heading. */
  group: string;
  /** `CompilationController.list`, or the name of the act: `compilation.advanced`. */
  handler: string;
}

const nestRouteKey = 'path';

/** All routes of all rooms. A handler that could be reached without a checked input stops the start. */
@Injectable()
export class RouteTable implements OnModuleInit {
  private listed: (ListedRoute & { pattern: RegExp })[] = [];
  private pages: { route: AnyPageRoute; pattern: RegExp }[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getControllers()) {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        if (!Reflect.hasMetadata(nestRouteKey, prototype[name])) continue;
        const pageRoute = pageRouteOf(prototype[name]);
        if (pageRoute !== undefined)
          this.pages.push({ route: pageRoute, pattern: patternOf(pageRoute.path) });
        if (pageRoute !== undefined) continue;
        const route = routeOf(prototype[name]);
        const handler = `${metatype?.name ?? ''}.${name}`;
        assert.ok(route, `${handler} is reachable but has no @Route: its input would pass unchecked`);
        const group = groupOf(metatype as object);
        const act = route.method === 'GET' ? undefined : route.act;
        this.listed.push({ route, group, handler: act?.name ?? handler, pattern: patternOf(route.path) });
      }
    }
  }

  /** The business first, then what describes and watches the program. */
  routes(): readonly ListedRoute[] {
    const isBusiness = ({ route }: ListedRoute) => route.path.startsWith('/api/v1/');
    return [...this.listed.filter(isBusiness), ...this.listed.filter((entry) => !isBusiness(entry))];
  }

  pageRoutes(): readonly AnyPageRoute[] {
    return this.pages.map(({ route }) => route);
  }

  /** Methods that exist at a path, to tell a wrong method from an unknown address. */
  methodsAt(path: string): string[] {
    const all = [...this.listed, ...this.pages];
    return all.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route.method);
  }
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:[A-Za-z]+/g, '[^/]+')}/?$`);
