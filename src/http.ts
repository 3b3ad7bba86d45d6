import { type Server } from 'node:http';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { type Surroundings } from './machinery.module.js';
import { PagesModule } from './pages/index.js';
import { Refusal } from './platform/index.js';
import { createAdapter, furnish, nestLogger, WebModule } from './web/index.js';

/** How long requests that are under way may take to end when the process is told to stop. */
const drainMs = 10_000;

class PortTaken extends Refusal {
  constructor(port: number) {
    super('port-taken', `端口${port}已被占用，未启动。请停止占用它的程序，或者用 PORT 指定另一个端口。`, 500);
  }
}

@Module({})
class HttpModule {}

/** The house with its HTTP door, still shut. */
export async function createHttpApp(surroundings: Surroundings): Promise<NestFastifyApplication> {
  const house = {
    module: HttpModule,
    imports: [AppModule.with(surroundings), WebModule, PagesModule.with(surroundings.demo === true)],
  };
  const app = await NestFactory.create<NestFastifyApplication>(
    house,
    createAdapter(surroundings.config.trustedProxies),
    {
      logger: nestLogger,
      abortOnError: false,
      // The server's own parsers are enough.
      bodyParser: false,
    },
  );
  await furnish(app);
  return app;
}

/** @param host this machine alone, unless the settings say otherwise */
export async function openDoor(
  app: NestFastifyApplication,
  port: number,
  host = '127.0.0.1',
): Promise<string> {
  await app.listen(port, host).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new PortTaken(port) : error;
  });
  return app.getUrl();
}

/** Lets nobody in any more, waits for those inside, and closes the house behind them. */
export async function closeDoor(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer() as Server;
  const patience = setTimeout(() => server.closeAllConnections(), drainMs);
  await app.close();
  clearTimeout(patience);
}
