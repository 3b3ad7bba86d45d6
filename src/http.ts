import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { type Surroundings } from './machinery.module.js';

/** The house with its HTTP door. */
export async function createHttpApp(surroundings: Surroundings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: 1024 * 1024 });
  return NestFactory.create<NestFastifyApplication>(AppModule.with(surroundings), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
}
