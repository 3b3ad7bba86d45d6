import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { ApiController, read, Route } from './route.js';
import { RouteTable } from './route-table.js';

const routes = {
  view: read('/things/:thingId', { summary: '一件事物' }),
  list: read('/things', { summary: '全部事物' }),
};

@ApiController('事物')
class ThingsController {
  @Route(routes.view)
  view() {
    return {};
  }

  @Route(routes.list)
  list() {
    return {};
  }
}

@Controller('things')
class UncheckedController {
  @Get('unchecked')
  unchecked() {
    return {};
  }
}

@Module({ imports: [DiscoveryModule], controllers: [ThingsController], providers: [RouteTable] })
class CheckedModule {}

@Module({ imports: [CheckedModule], controllers: [UncheckedController] })
class UncheckedModule {}

const quiet = { logger: false, abortOnError: false } as const;

describe('the table of routes', () => {
  it('knows every route with its heading', async () => {
    const app = await NestFactory.createApplicationContext(CheckedModule, quiet);
    const table = app.get(RouteTable);
    expect(table.routes()).toMatchObject([
      { group: '事物', handler: 'ThingsController.view', route: { path: '/things/:thingId' } },
      { group: '事物', handler: 'ThingsController.list', route: { summary: '全部事物' } },
    ]);
    await app.close();
  });

  it('tells a wrong method from an unknown address', async () => {
    const app = await NestFactory.createApplicationContext(CheckedModule, quiet);
    const table = app.get(RouteTable);
    expect(table.methodsAt('/things/1')).toEqual(['GET']);
    expect(table.methodsAt('/things/1/parts')).toEqual([]);
    await app.close();
  });

  it('stops the start when a handler would let its input pass unchecked', async () => {
    await expect(NestFactory.createApplicationContext(UncheckedModule, quiet)).rejects.toThrow(
      'UncheckedController.unchecked is reachable but has no @Route',
    );
  });
});
