import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { buildPacket, freezeApprovalDraft, packetBytes } from '../../test/support/packet-office.js';
import { openHouse, secretary, type TestHouse } from '../../test/support/test-house.js';
import { ZipArchive } from '../files/index.js';
import { RequestPacketUseCase } from './index.js';

describe('the packet', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse('2021-12-08T10:00:00+08:00');
  });
  afterEach(() => house.close());

  test('cannot be asked for before there is a 报批稿', async () => {
    const request = house.get(RequestPacketUseCase).execute(house.compilationId, secretary);
    await expect(request).rejects.toMatchObject({ code: 'no-approval-draft' });
  });

  test('is built by the worker and holds the contents, four parts and a manifest', async () => {
    await freezeApprovalDraft(house);
    const build = await buildPacket(house);
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
});
