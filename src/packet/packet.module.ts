import { Module } from '@nestjs/common';
import { ConsultationModule } from '../consultation/index.js';
import { Ports } from '../engine/index.js';
import { IndicatorsQuery, MaterialsModule } from '../materials/index.js';
import { ObligationsModule } from '../obligations/index.js';
import { ReviewModule } from '../review/index.js';
import { actRoutes } from '../web/index.js';
import { Worker } from '../worker/index.js';
import { packetTables } from './audited-tables.js';
import { packetFiles } from './stored-files.js';
import { CheckPacketQuery } from './check-packet.query.js';
import { ExplanationQuery } from './explanation.query.js';
import { PacketController } from './packet.controller.js';
import { packetCompleteFacts, packetFinishedFacts } from './packet.facts.js';
import { PacketBuilder } from './packet.job.js';
import { PacketQuery } from './packet.query.js';
import { announcePublication, sealPacket } from './packet.reactions.js';
import { passOver, takeUp } from './pass-over.use-case.js';
import { RecordBuildUseCase } from './record-build.use-case.js';
import { requestPacket } from './request-packet.use-case.js';
import { PacketSources } from './sources/index.js';
import { writeExplanation } from './write-explanation.use-case.js';

const services = [
  CheckPacketQuery,
  ExplanationQuery,
  PacketBuilder,
  PacketQuery,
  PacketSources,
  RecordBuildUseCase,
];

@Module({
  imports: [ConsultationModule, MaterialsModule, ObligationsModule, ReviewModule],
  controllers: [PacketController, actRoutes('报批材料', [requestPacket, passOver, takeUp, writeExplanation])],
  providers: services,
  exports: services,
})
export class PacketModule {
  constructor(ports: Ports, worker: Worker, builder: PacketBuilder, indicators: IndicatorsQuery) {
    ports.addAuditedTables(...packetTables);
    ports.addFileNamers(packetFiles);
    ports.addFactSources(packetCompleteFacts, packetFinishedFacts(indicators));
    ports.addReactions(sealPacket, announcePublication);
    worker.addHandlers(builder);
  }
}
