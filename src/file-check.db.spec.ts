import { readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MaterialsOffice } from '../test/support/materials-office.js';
import { VerifyLedgerQuery } from './compilation/index.js';
import { Ports } from './engine/index.js';
import { lookForFiles } from './file-check.js';
import { ContentStore, type Depth, FileSweep } from './files/index.js';
import { uploadCoverLetter } from './materials/index.js';

const scan = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('a store whose files are held against the rows that name them', () => {
  let office: MaterialsOffice;
  let path: string;
  let sha256: string;
  beforeEach(async () => {
    office = await MaterialsOffice.open();
    const { id } = await office.owedBy('water');
    const actor = await office.actor('water');
    await office.house.perform(uploadCoverLetter, { obligationId: id }, actor, {
      name: '报送函.png',
      mediaType: 'image/png',
      bytes: scan,
    });
    [{ sha256 }] = (await office.material('water')).files;
    path = join(office.house.config.dataFolder, 'files', sha256.slice(0, 2), sha256);
  });
  afterEach(() => office.close());

  const look = (patienceMs?: number) => lookForFiles(office.house.app, patienceMs);
  const faults = async (depth: Depth) => {
    const { database, get } = office.house;
    const sweep = await database.read((reader) =>
      FileSweep.over(reader, get(Ports).fileNamers, get(ContentStore)),
    );
    await sweep.run(depth);
    return sweep.findings.map(({ fault }) => fault);
  };
  const write = () => office.house.database.write(() => Promise.resolve());

  it('opens when each is there', async () => {
    await (
      await look()
    ).rest;
    expect(await faults('whole')).toEqual([]);
    expect((await office.house.get(VerifyLedgerQuery).execute(office.compilationId)).files).toMatchObject({
      ok: true,
      checked: 1,
    });
  });

  it('does not open without one, names it, and says what to do', async () => {
    await rename(path, `${path}.gone`);
    await expect(look()).rejects.toMatchObject({
      code: 'files-missing',
      userMessage: expect.stringMatching(
        new RegExp(`未启动：报送材料的附件（files/../${sha256}）不在数据文件夹中。请从备份`),
      ) as string,
    });
  });

  it('takes one that was cut short for damaged, also an empty one', async () => {
    await truncate(path, 3);
    expect(await faults('present')).toEqual(['changed']);
    await truncate(path, 0);
    expect(await faults('present')).toEqual(['changed']);
  });

  it('opens without it when a person has said so', async () => {
    await rename(path, `${path}.gone`);
    office.house.config.startWithMissingFiles = true;
    await (
      await look()
    ).rest;
    await write();
  });

  it('can only be read once a fault is found after the door opened', async () => {
    await rename(path, `${path}.gone`);
    await (
      await look(-1)
    ).rest;
    expect(office.house.database.whyUnwritable).toBe('数据文件夹缺少登记过的文件1个');
    await expect(write()).rejects.toMatchObject({
      code: 'writes-held',
      userMessage: expect.stringContaining('目前只能查看') as string,
    });
    expect((await office.material('water')).files).toHaveLength(1);
  });

  it('finds other bytes of the same length by their digest, and so does verifying the ledger', async () => {
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(0x41, 0, 1));
    expect(await faults('present')).toEqual([]);
    expect(await faults('whole')).toEqual(['changed']);
    const { ok, files } = await office.house.get(VerifyLedgerQuery).execute(office.compilationId);
    expect(ok).toBe(false);
    expect(files.findings).toEqual([`报送材料的附件（files/${sha256.slice(0, 2)}/${sha256}）内容已被改动`]);
  });
});
