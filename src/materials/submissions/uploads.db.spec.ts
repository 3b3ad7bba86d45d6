import { docxEntries, zipOf } from '../../../test/support/office-files.js';
import { fourPartInput } from '../../../test/support/materials.js';
import { MaterialsOffice } from '../../../test/support/materials-office.js';
import { ContentStore } from '../../files/index.js';
import { uploadCoverLetter, uploadMaterial } from '../index.js';

let office: MaterialsOffice;
beforeAll(async () => {
  office = await MaterialsOffice.open();
});
afterAll(() => office.close());

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const table = (rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
const document = (...blocks: string[]) => zipOf(docxEntries(blocks.join('')));
const material = document(
  paragraph('一、现状'),
  paragraph('基础扎实。'),
  paragraph('二、存在问题和不足'),
  paragraph('（一）计量能力不足。原因是人才不够。'),
  paragraph('三、目标'),
  paragraph('进入前列。'),
  table([
    ['指标名称', '单位', '2025年', '2035年', '数据来源'],
    ['产品质量合格率', '%', '95', '97', '市统计年鉴'],
  ]),
  paragraph('四、任务与举措'),
  paragraph('建设平台。'),
);

const upload = async (unitKey: string, bytes: Uint8Array, { replace }: { replace?: 'true' } = {}) => {
  const { id } = await office.owedBy(unitKey);
  const file = { name: '../报送材料.docx', mediaType: '', bytes: Buffer.from(bytes) };
  const actor = await office.actor(unitKey);
  return office.house.perform(uploadMaterial, { obligationId: id, replace }, actor, file);
};
const uploadScan = async (unitKey: string, bytes: Uint8Array, name = '报送函.pdf') => {
  const { id } = await office.owedBy(unitKey);
  const actor = await office.actor(unitKey);
  const file = { name, mediaType: 'application/octet-stream', bytes: Buffer.from(bytes) };
  return office.house.perform(uploadCoverLetter, { obligationId: id }, actor, file);
};
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('an uploaded document', () => {
  it('fills the four parts and the indicators, and says what is still missing', async () => {
    const uploaded = await upload('water', material);
    expect(uploaded.filled).toEqual(['现状', '存在问题和不足', '目标', '任务与举措', '问题清单', '指标表']);
    expect(uploaded.missing).toContain('“任务与举措”没有逐条列出任务');
    const { content, files } = await office.material('water');
    expect(content.indicators[0]).toMatchObject({ name: '产品质量合格率', value2025: 95, value2035: 97 });
    expect(content.problems).toEqual([{ title: '计量能力不足', cause: '原因是人才不够' }]);
    expect(files).toEqual([expect.objectContaining({ kind: 'material', name: '报送材料.docx' })]);
  });

  it('is kept byte for byte under its digest', async () => {
    await upload('transport', material);
    const [{ sha256, size }] = (await office.material('transport')).files;
    const kept = await office.house.get(ContentStore).read(sha256);
    expect(Buffer.compare(kept, Buffer.from(material))).toBe(0);
    expect(size).toBe(material.length);
  });

  it('does not write over what was entered unless that is asked for', async () => {
    await office.save('education', { parts: { goals: '手工填写的目标' } });
    expect((await upload('education', material)).kept).toEqual(['目标']);
    expect((await office.material('education')).content.parts.goals).toBe('手工填写的目标');
    await upload('education', material, { replace: 'true' });
    expect((await office.material('education')).content.parts.goals).toBe('进入前列。');
  });

  it('that comes again takes the place of the former one', async () => {
    await upload('taxation', material);
    await upload('taxation', document(paragraph('一、现状'), paragraph('第二稿。')));
    expect((await office.material('taxation')).files).toHaveLength(1);
  });

  it.each([
    ['is none', Buffer.from('not a document'), 'not-a-docx'],
    ['is empty', Buffer.alloc(0), 'file-empty'],
    ['is an old .doc', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), 'old-word-format'],
    ['is larger than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1, 1), 'file-too-large'],
    [
      'carries macros',
      Buffer.from(zipOf({ ...docxEntries(paragraph('甲')), 'word/vbaProject.bin': 'x' })),
      'file-has-macros',
    ],
  ])('that %s is refused in Chinese, and nothing entered is lost', async (_, bytes, code) => {
    const entered = await office.save('health', { ...fourPartInput(), title: code });
    const before = await office.material('health');
    await expect(upload('health', bytes)).rejects.toMatchObject({
      code,
      userMessage: expect.stringMatching(/请/) as string,
    });
    expect(await office.material('health')).toEqual(before);
    expect(before.revision).toBe(entered.revision);
  });
});

describe('the scan of the stamped cover letter', () => {
  it.each([
    ['pdf', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['jpeg', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
    ['png', png, 'image/png'],
  ])('is taken as %s, by its content', async (kind, bytes, mediaType) => {
    await uploadScan('finance', bytes, `报送函.${kind}`);
    const { files } = await office.material('finance');
    expect(files).toEqual([expect.objectContaining({ kind: 'coverLetter', mediaType })]);
  });

  it('is refused as anything else, whatever its name says', async () => {
    await expect(uploadScan('statistics', Buffer.from('MZ\u0000'), '报送函.pdf')).rejects.toMatchObject({
      code: 'not-a-scan',
    });
    expect((await office.material('statistics')).files).toEqual([]);
  });

  it('quiets the warning, is certified with the material, and goes over into the next version', async () => {
    await uploadScan('customs', png, '函.png');
    await office.save('customs', fourPartInput());
    expect((await office.material('customs')).warnings).toEqual([]);
    const first = await office.submit('customs');
    await office.withdraw('customs');
    await office.save('customs', { ...fourPartInput(), title: '' });
    const second = await office.submit('customs');
    expect(second.sha256).not.toBe(first.sha256);
    expect((await office.material('customs')).files).toEqual([
      expect.objectContaining({ kind: 'coverLetter', name: '函.png', submissionId: second.submissionId }),
    ]);
  });

  it('cannot be exchanged once the material is handed in', async () => {
    await uploadScan('commerce', png);
    await office.submit('commerce', fourPartInput());
    await expect(uploadScan('commerce', png)).rejects.toMatchObject({ code: 'material-frozen' });
  });
});
