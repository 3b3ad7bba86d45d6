import { Module } from '@nestjs/common';
import { Ports } from '../engine/index.js';
import { CorrectUnitUseCase } from './correct-unit.use-case.js';
import { DirectoryController } from './directory.controller.js';
import { rosterReady } from './directory.facts.js';
import { DirectoryQuery } from './directory.query.js';
import { ExportUnitsQuery } from './export-units.query.js';
import { ImportUnitsUseCase } from './import-units.use-case.js';
import { LoadDirectoryUseCase } from './load-directory.use-case.js';
import { RosterFilesController } from './roster-files.controller.js';

const services = [
  CorrectUnitUseCase,
  DirectoryQuery,
  ExportUnitsQuery,
  ImportUnitsUseCase,
  LoadDirectoryUseCase,
];

@Module({ controllers: [DirectoryController, RosterFilesController], providers: services, exports: services })
export class DirectoryModule {
  constructor(ports: Ports) {
    ports.addFactSources(rosterReady);
  }
}
