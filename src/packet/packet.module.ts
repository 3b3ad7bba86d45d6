import { Module } from '@nestjs/common';
import { Ports } from '../engine/index.js';
import { Worker } from '../worker/index.js';
import { packetCompleteFacts } from './packet.facts.js';
import { PacketBuilder } from './packet.job.js';
import { PacketQuery } from './packet.query.js';
import { announcePublication, sealPacket } from './packet.reactions.js';
import { RecordBuildUseCase } from './record-build.use-case.js';
import { RequestPacketUseCase } from './request-packet.use-case.js';
import { WriteExplanationUseCase } from './write-explanation.use-case.js';

const services = [
  PacketBuilder,
  PacketQuery,
  RecordBuildUseCase,
  RequestPacketUseCase,
  WriteExplanationUseCase,
];

@Module({ providers: services, exports: services })
export class PacketModule {
  constructor(ports: Ports, worker: Worker, builder: PacketBuilder) {
    ports.addFactSources(packetCompleteFacts);
    ports.addReactions(sealPacket, announcePublication);
    worker.addHandlers(builder);
  }
}
