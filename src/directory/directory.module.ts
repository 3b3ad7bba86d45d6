import { Module } from '@nestjs/common';
import { Ports } from '../engine/index.js';
import { directoryTables } from './audited-tables.js';
import { CorrectPeopleUseCase } from './correct-people.use-case.js';
import { CorrectUnitUseCase } from './correct-unit.use-case.js';
import { DirectoryController } from './directory.controller.js';
import { rosterReady } from './directory.facts.js';
import { DirectoryQuery } from './directory.query.js';
import { ExportUnitsQuery } from './export-units.query.js';
import { ImportUnitsUseCase } from './import-units.use-case.js';
import { LoadDirectoryUseCase } from './load-directory.use-case.js';
import { PeopleController } from './people.controller.js';
import { RosterFilesController } from './roster-files.controller.js';

const services = [
  CorrectPeopleUseCase,
  CorrectUnitUseCase,
  DirectoryQuery,
  ExportUnitsQuery,
  ImportUnitsUseCase,
  LoadDirectoryUseCase,
];

@Module({
  controllers: [DirectoryController, PeopleController, RosterFilesController],
  providers: services,
  exports: services,
})
export class DirectoryModule {
  constructor(ports: Ports) {
    ports.addAuditedTables(...directoryTables);
    ports.addFactSources(rosterReady);
  }
}
