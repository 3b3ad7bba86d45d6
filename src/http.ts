import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { type Surroundings } from './machinery.module.js';
import { createAdapter, furnish, WebModule } from './web/index.js';

@Module({})
class HttpModule {}

/** The house with its HTTP door. Only this machine may knock until accounts exist: listen on 127.0.0.1. */
export async function createHttpApp(surroundings: Surroundings): Promise<NestFastifyApplication> {
  const house = { module: HttpModule, imports: [AppModule.with(surroundings), WebModule] };
  const app = await NestFactory.create<NestFastifyApplication>(house, createAdapter(), {
    logger: ['error', 'warn'],
    abortOnError: false,
    // The server's own JSON parser is enough; forms are not taken.
    bodyParser: false,
  });
  await furnish(app);
  return app;
}
