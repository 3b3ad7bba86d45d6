import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/index.js';
import { CompilationModule } from './compilation/index.js';
import { ConsultationModule, PublicCommentsModule } from './consultation/index.js';
import { DirectoryModule } from './directory/index.js';
import { DraftsModule } from './drafts/index.js';
import { MailModule } from './effects/index.js';
import { MachineryModule, type Surroundings } from './machinery.module.js';
import { MaterialsModule } from './materials/index.js';
import { ObligationsModule } from './obligations/index.js';
import { PacketModule } from './packet/index.js';
import { RemindersModule } from './reminders/index.js';
import { ReviewModule } from './review/index.js';

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
];

@Module({})
export class AppModule {
  static with(surroundings: Surroundings): DynamicModule {
    return { module: AppModule, imports: [MachineryModule.with(surroundings), ...rooms] };
  }
}
