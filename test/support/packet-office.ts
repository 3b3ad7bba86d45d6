import { latestFrozen } from '../../src/drafts/index.js';
import { type Act } from '../../src/engine/index.js';
import { ContentStore } from '../../src/files/index.js';
import { type PacketBuild, PacketBuilder, PacketQuery, requestPacket } from '../../src/packet/index.js';
import { PacketSources } from '../../src/packet/sources/index.js';
import { Database } from '../../src/platform/index.js';
import { type OfficialPiece } from '../../src/render/index.js';
import { Worker } from '../../src/worker/index.js';
import { type DocumentSourceName } from '../../workflows/index.js';
import { freezeDraft, importText, reopenDraft } from './drafts-steps.js';
import { type TestHouse } from './test-house.js';

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
  const { id } = await house.perform(requestPacket, {});
  await house.get(Worker).runDue();
  return house.get(PacketQuery).find(house.compilationId, id);
}

export async function packetBytes(house: TestHouse, build: PacketBuild): Promise<Buffer> {
  return house.get(ContentStore).read(build.sha256 ?? '');
}

/** The same packet once more from its frozen sources. */
export const rebuild = (house: TestHouse, build: PacketBuild) =>
  house.get(PacketBuilder).build(house.compilationId, build.id);

/** The 编制说明 as it would be frozen now: the texts of each section by its title, table rows as `a｜b｜c`. */
export async function explanationOf(house: TestHouse): Promise<Record<string, string[]>> {
  const rows = await sourceRows(house, 'explanation');
  const sections: Record<string, string[]> = {};
  let current = '';
  for (const row of rows) {
    if (row.kind === 'heading' && row.level === 1) {
      current = row.text.replace(/^.*?、/, '');
      sections[current] = [];
    } else if (row.kind === 'table-row') sections[current]?.push(row.cells.join('｜'));
    else if ('text' in row) sections[current]?.push(row.text);
  }
  return sections;
}

/** The rows of a part as an act of this moment would read them. */
export function sourceRows(house: TestHouse, part: DocumentSourceName): Promise<OfficialPiece[]> {
  const { compilationId } = house;
  return house.get(Database).read(async (tx) => {
    const draft = await latestFrozen(tx, compilationId, '报批稿');
    const act = { tx, compilationId, now: house.clock.now() } as Act;
    const rows: OfficialPiece[] = [];
    const source = await house.get(PacketSources).of(act, draft!)[part]();
    for await (const row of source.rows) rows.push(row as OfficialPiece);
    return rows;
  });
}
