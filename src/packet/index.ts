import { ExplanationSection } from './explanation-section.entity.js';
import { PacketPass } from './packet-pass.entity.js';
import { PacketBuild } from './packet-build.entity.js';

/** The packet room: 报批材料 asked for, built, sealed, verified. */
export { packetTables } from './audited-tables.js';
export { CheckPacketQuery, type PacketCheck } from './check-packet.query.js';
export { ExplanationQuery, type ExplanationView } from './explanation.query.js';
export { explanationSections } from './explanation-sections.js';
export { type LedgerMatch, matchLedger } from './ledger-match.js';
export { PacketBuild, type PacketState } from './packet-build.entity.js';
export { PacketModule } from './packet.module.js';
export { type ExplanationKey } from './explanation-sections.js';
export { passOver, takeUp } from './pass-over.use-case.js';
export { PacketBuilder } from './packet.job.js';
export { PacketQuery } from './packet.query.js';
export { type ExplainedSection } from './sources/explanation/index.js';
export { type RequestedPacket, requestPacket } from './request-packet.use-case.js';
export { type UnfinishedPlace } from './unfinished.js';
export { type PacketVerdict, verifyPacket, verifyPacketFile } from './verify-packet.js';
export { explanationContent, writeExplanation } from './write-explanation.use-case.js';

export const packetEntities = [ExplanationSection, PacketBuild, PacketPass];
