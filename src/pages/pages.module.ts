import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CompilationModule } from '../compilation/index.js';
import { ConsultationModule, PublicCommentsModule } from '../consultation/index.js';
import { DirectoryModule } from '../directory/index.js';
import { DraftsModule } from '../drafts/index.js';
import { MailModule } from '../effects/index.js';
import { MaterialsModule } from '../materials/index.js';
import { ObligationsModule } from '../obligations/index.js';
import { PacketModule } from '../packet/index.js';
import { RemindersModule } from '../reminders/index.js';
import { ReviewModule } from '../review/index.js';
import { UploadsModule } from '../uploads/index.js';
import { FrameSource } from '../web/index.js';
import { DemoClock } from './demo/demo-clock.js';
import { DemoController } from './demo/demo.controller.js';
import { entrance } from './entrance/index.js';
import { DemoControl, NoDemo } from './frame/demo-control.js';
import { HouseFrame } from './frame/house-frame.js';
import { PlanCalendar } from './frame/plan-calendar.js';
import { WorkCounts } from './frame/work-counts.js';
import { materials } from './materials/index.js';
import { consultation } from './consultation/index.js';
import { drafts } from './drafts/index.js';
import { reminders } from './reminders/index.js';
import { topics } from './topics/index.js';
import { ledger } from './ledger/index.js';
import { meetings } from './meetings/index.js';
import { packet } from './packet/index.js';
import { expert } from './expert/index.js';
import { overview } from './overview/index.js';
import { unit } from './unit/index.js';
import { publicArea } from './public/index.js';
import { settings } from './settings/index.js';
import { rehearsal } from './rehearsal/index.js';

/** What one area of the pages brings. */
export interface PageArea {
  controllers: NonNullable<Parameters<typeof Module>[0]['controllers']>;
  providers: NonNullable<Parameters<typeof Module>[0]['providers']>;
}

const areas: PageArea[] = [
  entrance,
  overview,
  materials,
  topics,
  reminders,
  drafts,
  consultation,
  ledger,
  meetings,
  packet,
  rehearsal,
  settings,
  unit,
  expert,
  publicArea,
];

/** The pages for people. They stand above all rooms: one page shows what several of them know. */
@Global()
@Module({
  imports: [
    CompilationModule,
    ConsultationModule,
    DirectoryModule,
    DraftsModule,
    MailModule,
    MaterialsModule,
    ObligationsModule,
    PacketModule,
    PublicCommentsModule,
    RemindersModule,
    ReviewModule,
    UploadsModule,
  ],
  controllers: areas.flatMap((area) => area.controllers),
  providers: [
    PlanCalendar,
    WorkCounts,
    { provide: FrameSource, useClass: HouseFrame },
    ...areas.flatMap((area) => area.providers),
  ],
  exports: [FrameSource],
})
export class PagesModule {
  /** @param demo whether visitors may move the clock, which must then be a simulated one */
  static with(demo: boolean): DynamicModule {
    const none = { provide: DemoControl, useClass: NoDemo };
    const clock = [DemoClock, { provide: DemoControl, useExisting: DemoClock }];
    return {
      module: PagesModule,
      controllers: demo ? [DemoController] : [],
      providers: demo ? clock : [none],
    };
  }
}
