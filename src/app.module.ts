import { strict as assert } from 'node:assert';
import { type DynamicModule, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { planFaults } from '../workflows/index.js';
import { AccessModule } from './access/index.js';
import { CompilationModule } from './compilation/index.js';
import { ConsultationModule, PublicCommentsModule } from './consultation/index.js';
import { DirectoryModule } from './directory/index.js';
import { DraftsModule } from './drafts/index.js';
import { Ports, shippedCharts, shippedPlans } from './engine/index.js';
import { MailModule } from './effects/index.js';
import { MachineryModule, type Surroundings } from './machinery.module.js';
import { MaterialsModule } from './materials/index.js';
import { ObligationsModule } from './obligations/index.js';
import { PacketModule } from './packet/index.js';
import { RemindersModule } from './reminders/index.js';
import { ReviewModule } from './review/index.js';
import { UploadsModule } from './uploads/index.js';

/** The rooms of the house, in the order in which they know one another. */
export const rooms = [
  MailModule,
  CompilationModule,
  DirectoryModule,
  ObligationsModule,
  RemindersModule,
  MaterialsModule,
  DraftsModule,
  ConsultationModule,
  PublicCommentsModule,
  ReviewModule,
  PacketModule,
  AccessModule,
  UploadsModule,
];

@Module({})
export class AppModule implements OnApplicationBootstrap {
  constructor(private readonly ports: Ports) {}

  static with(surroundings: Surroundings): DynamicModule {
    return { module: AppModule, imports: [MachineryModule.with(surroundings), ...rooms] };
  }

  /** A question of a chart without an answer would be found out in the middle of a year. */
  onApplicationBootstrap(): void {
    const faults = [...shippedPlans().flatMap(planFaults), ...this.ports.faults(shippedCharts())];
    assert.equal(faults.length, 0, `the house is not complete: ${faults.join('; ')}`);
  }
}
