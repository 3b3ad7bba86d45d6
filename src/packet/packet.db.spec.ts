import { buildPacket, freezeApprovalDraft, packetBytes, rebuild } from '../../test/support/packet-office.js';
import { type ConsultationOffice, openConsultationOffice } from '../../test/support/consultation-office.js';
import { readDocx, ZipArchive } from '../files/index.js';
import { LedgerQuery } from '../ledger/index.js';
import { Mail } from '../outbox/index.js';
import { Database } from '../platform/index.js';
import { type MailViews } from '../render/index.js';
import {
  PacketBuilder,
  type PacketBuild,
  PacketQuery,
  requestPacket,
  verifyPacket,
  writeExplanation,
} from './index.js';

describe('the packet', () => {
  let house: ConsultationOffice;
  let build: PacketBuild;
  const request = () => house.perform(requestPacket, {});
  beforeAll(async () => {
    house = await openConsultationOffice();
    await house.receive('建议明确责任单位。');
    await house.closeConsultation();
  });
  afterAll(() => house.close());

  test('cannot be asked for before there is a 报批稿', async () => {
    await expect(request()).rejects.toMatchObject({ code: 'no-approval-draft' });
  });

  test('is built by the worker and holds the contents, four parts and a manifest', async () => {
    await freezeApprovalDraft(house);
    build = await buildPacket(house);
    expect(build.state).toBe('built');
    expect(new ZipArchive(await packetBytes(house, build)).names()).toEqual([
      '00-目录.txt',
      '01-报批稿.docx',
      '02-编制说明.docx',
      '03-征求意见汇总处理表.docx',
      '03-征求意见汇总处理表.xlsx',
      '04-支持报告汇编.docx',
      'manifest.json',
    ]);
  });

  test('holds the 报批稿 clause by clause, each passage as it was frozen', async () => {
    const archive = new ZipArchive(await packetBytes(house, build));
    const { paragraphs } = await readDocx(await archive.read('01-报批稿.docx'));
    const texts = paragraphs.map(({ text }) => text);
    expect(texts.slice(0, 5)).toEqual([
      '质量强国建设纲要上海实施方案',
      '（报批稿）',
      '为贯彻落实质量强国建设决策部署，制定本实施方案。',
      '一、总体要求',
      '（一）指导思想。深入贯彻质量强国战略，推动高质量发展。',
    ]);
  });

  test('agrees with its own manifest, which names draft and ledger position', async () => {
    const bytes = await packetBytes(house, build);
    const [entry] = await house
      .get(LedgerQuery)
      .latest(house.compilationId, { type: 'packet.requested', limit: 1 });
    const { seq, hash } = entry;
    expect(await verifyPacket(bytes)).toMatchObject({
      ok: true,
      sha256: build.sha256,
      sm3: build.sm3,
      ledger: { seq, hash },
    });
    expect(seq).toBe(build.ledgerSeq);
    const manifest = JSON.parse((await new ZipArchive(bytes).read('manifest.json')).toString()) as object;
    expect(manifest).toMatchObject({
      draft: { name: '报批稿', revision: 2 },
      asOf: new Date(build.asOf).toISOString(),
    });
  });

  test('is announced to the secretariat with its digests, once', async () => {
    const mails = await house
      .get(Database)
      .read((reader) => reader.findBy(Mail, { template: 'packet-built' }));
    expect(mails).toHaveLength(1);
    const { packet } = mails[0].view as unknown as MailViews['packet-built'];
    expect(packet).toMatchObject({ sha256: build.sha256, sm3: build.sm3 });
    expect(packet.parts.map(({ name, sizeText }) => `${name} ${/^\d+KB$/.test(sizeText)}`)).toContain(
      '01-报批稿.docx true',
    );
  });

  test('leaves request and building in the ledger with digests', async () => {
    const [built] = await house
      .get(LedgerQuery)
      .latest(house.compilationId, { type: 'packet.built', limit: 1 });
    expect(built).toMatchObject({ actor: 'system:worker', payload: { id: build.id, sha256: build.sha256 } });
  });

  test('built again after everything has moved on is the same to the byte', async () => {
    house.clock.moveTo(house.clock.now() + 86_400_000);
    await house.receive('迟到的意见。');
    const written = { section: 'background' as const, text: '后来补写的背景。' };
    await house.perform(writeExplanation, written);
    const later = await buildPacket(house);
    expect(later.sha256).not.toBe(build.sha256);
    expect(await rebuild(house, build)).toMatchObject({
      sha256: build.sha256,
      sm3: build.sm3,
      size: build.sizeBytes,
    });
  });

  test('is recorded once, whoever built it twice', async () => {
    const { id } = await request();
    const builder = house.get(PacketBuilder);
    const both = [builder.ensureBuilt(house.compilationId, id), builder.ensureBuilt(house.compilationId, id)];
    expect((await Promise.all(both)).sort()).toEqual([false, true]);
    const entries = await house
      .get(LedgerQuery)
      .latest(house.compilationId, { type: 'packet.built', limit: 9 });
    expect(entries.filter(({ payload }) => (payload as { id: string }).id === id)).toHaveLength(1);
  });

  test('asked for is not there to download until it is built', async () => {
    const { id } = await request();
    const download = house.get(PacketQuery).stream(house.compilationId, id);
    await expect(download).rejects.toMatchObject({ code: 'packet-not-built', status: 409 });
  });
});
