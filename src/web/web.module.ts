import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ApiDescriptionController } from './api.controller.js';
import { Assets } from './pages/assets.js';
import { AssetsController } from './pages/assets.controller.js';
import { HealthController } from './health.controller.js';
import { HealthQuery } from './health.query.js';
import { RouteTable } from './route-table.js';

/** The HTTP door's own routes; the rooms bring theirs. */
@Module({
  imports: [DiscoveryModule],
  controllers: [ApiDescriptionController, AssetsController, HealthController],
  providers: [Assets, HealthQuery, RouteTable],
})
export class WebModule {}
