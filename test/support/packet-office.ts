import { ContentStore } from '../../src/files/index.js';
import { type PacketBuild, PacketBuilder, PacketQuery, RequestPacketUseCase } from '../../src/packet/index.js';
import { Worker } from '../../src/worker/index.js';
import { freezeDraft, importText, reopenDraft } from './drafts-steps.js';
import { secretary, type TestHouse } from './test-house.js';

export const approvalText = `质量强国建设纲要上海实施方案（报批稿）

为贯彻落实质量强国建设决策部署，制定本实施方案。
一、总体要求
（一）指导思想。深入贯彻质量强国战略，推动高质量发展。
（二）基本原则。坚持质量第一、效益优先。
二、重点任务
（三）提升产品质量。完善产品质量安全监管体系。
（四）提升服务质量。开展服务质量监测和评价。
`;

export async function freezeApprovalDraft(house: TestHouse, text = approvalText): Promise<void> {
  await reopenDraft(house, '报批稿');
  await importText(house, text);
  await freezeDraft(house, '报批稿');
}

/** Asks for the packet and lets the worker build it. */
export async function buildPacket(house: TestHouse): Promise<PacketBuild> {
  const { id } = await house.get(RequestPacketUseCase).execute(house.compilationId, secretary);
  await house.get(Worker).runDue();
  return house.get(PacketQuery).find(house.compilationId, id);
}

export async function packetBytes(house: TestHouse, build: PacketBuild): Promise<Buffer> {
  return house.get(ContentStore).read(build.sha256 ?? '');
}

/** The same packet once more from its frozen sources. */
export const rebuild = (house: TestHouse, build: PacketBuild) =>
  house.get(PacketBuilder).build(house.compilationId, build.id);
