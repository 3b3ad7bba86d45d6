import { Module } from '@nestjs/common';
import { Ports } from '../engine/index.js';
import { rosterReady } from './directory.facts.js';
import { LoadDirectoryUseCase } from './load-directory.use-case.js';

const services = [LoadDirectoryUseCase];

@Module({ providers: services, exports: services })
export class DirectoryModule {
  constructor(ports: Ports) {
    ports.addFactSources(rosterReady);
  }
}
