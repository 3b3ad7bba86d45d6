import { Module } from '@nestjs/common';
import { Ports } from '../engine/index.js';
import { directoryTables } from './audited-tables.js';
import {
  correctExpert,
  correctSeat,
  enterExpert,
  enterSeat,
  withdrawExpert,
  withdrawSeat,
} from './correct-people.use-case.js';
import { actRoutes } from '../web/index.js';
import { correctUnit } from './correct-unit.use-case.js';
import { DirectoryController } from './directory.controller.js';
import { rosterReady } from './directory.facts.js';
import { DirectoryQuery } from './directory.query.js';
import { ExportUnitsQuery } from './export-units.query.js';
import { importUnits, TryUnitsQuery } from './import-units.use-case.js';
import { LoadDirectoryUseCase } from './load-directory.use-case.js';
import { RosterFilesController } from './roster-files.controller.js';

const services = [DirectoryQuery, ExportUnitsQuery, LoadDirectoryUseCase, TryUnitsQuery];

const acts = [
  correctUnit,
  enterSeat,
  correctSeat,
  withdrawSeat,
  enterExpert,
  correctExpert,
  withdrawExpert,
  importUnits,
];

@Module({
  controllers: [DirectoryController, actRoutes('单位名录', acts), RosterFilesController],
  providers: services,
  exports: services,
})
export class DirectoryModule {
  constructor(ports: Ports) {
    ports.addAuditedTables(...directoryTables);
    ports.addFactSources(rosterReady);
  }
}
