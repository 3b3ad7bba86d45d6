import {
  beginConsultation,
  type ConsultationOffice,
  preparesAt,
} from '../../../test/support/consultation-office.js';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';
import { DispositionTableQuery } from '../../consultation/index.js';
import { readSheet } from '../../files/index.js';
import { LedgerEntry } from '../../ledger/index.js';
import { ShelvedUpload } from '../../uploads/index.js';

type Cells = Record<string, Record<string, string>>;

describe('the page to which the table of dispositions comes back', () => {
  let house: HttpHouse & ConsultationOffice;
  let office: PageVisitor;
  beforeAll(async () => {
    house = await beginConsultation(await openHttpHouse(preparesAt, 3));
    office = await visitAs(house, 'secretariat');
    for (let number = 1; number <= 14; number++)
      await house.receive(`第${number}件意见。`, { clauseLabel: '二、（一）' });
    await house.closeConsultation();
    office = await visitAs(house, 'secretariat');
  }, 60_000);
  afterAll(() => house.close());

  const path = (more = '') => `/c/${house.compilationId}/consultation${more}`;
  const back = (more = '') => path(`/disposition-table/return${more}`);

  /** The table as the page gives it, filled in by 意见编号 and column; `renamed` gives a column another heading. */
  const filled = async (cells: Cells, renamed: Record<string, string> = {}) => {
    const chunks: Buffer[] = [];
    const rendered = await house.get(DispositionTableQuery).render(house.compilationId, 'csv');
    for await (const chunk of rendered) chunks.push(chunk);
    const { rows } = await readSheet(Buffer.concat(chunks), 'a.csv');
    const [header] = rows;
    for (const row of rows)
      for (const [title, text] of Object.entries(cells[row[1]] ?? {})) row[header.indexOf(title)] = text;
    rows[0] = header.map((title) => renamed[title] ?? title);
    const text = rows
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\r\n');
    const body = new FormData();
    body.append('file', new Blob([text]), '汇总处理表.csv');
    return body;
  };
  const tried = async (file: FormData) => {
    const { location } = await office.post(back('/preview'), file);
    return location ?? '';
  };
  const uploadIn = (html: string) => /name="upload" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const dispositions = async () =>
    (await house.page()).opinions.flatMap(({ number, disposition }) =>
      disposition === null ? [] : [`${number} ${disposition}`],
    );
  const study = { 处理意见: '留作研究', 理由: '另行研究。' };

  it('is found where the table is downloaded', async () => {
    const { html } = await office.get(path());
    expect(html).toContain(`href="${back()}"`);
    expect((await office.get(back())).html).toContain('type="file"');
  });

  it('shows the first ten rows as they will be, and changes nothing before the button', async () => {
    const numbers = Array.from({ length: 12 }, (_, at) => `2021-${String(at + 1).padStart(4, '0')}`);
    const { html } = await office.get(
      await tried(await filled(Object.fromEntries(numbers.map((number) => [number, study])))),
    );
    expect(html).toContain('“汇总处理表.csv”将办理12件，尚未办理。');
    expect(html).toContain('前10件将这样办理');
    expect(html).toMatch(/2021-0010[^]*?留作研究[^]*?另行研究。/);
    expect(html).not.toContain('>2021-0011<');
    expect(html).toContain('没有填写处理意见的2行');
    expect(await dispositions()).toEqual([]);
  });

  it('names the rows that cannot be, and disposes of the others only when told', async () => {
    const file = await filled({ '2021-0001': { 处理意见: '不采纳' }, '2021-0002': study });
    const location = await tried(file);
    const { html } = await office.get(location);
    expect(html).toContain('将办理1件，1行不能办理，尚未办理。');
    expect(html).toMatch(/第2行[^]*须写明理由/);
    const upload = uploadIn(html);
    expect((await office.post(back(), { upload })).html).toContain('没有办理任何一件');
    expect(await dispositions()).toEqual([]);
    const before = await house.database.read((reader) => reader.count(LedgerEntry));
    const done = await office.post(back(), { upload, skipRefused: 'true' });
    expect(done.status).toBe(303);
    expect(await dispositions()).toEqual(['2021-0002 留作研究']);
    expect(await house.database.read((reader) => reader.count(LedgerEntry))).toBe(before + 1);
    expect((await office.get(done.location!)).html).toContain('2021-0002');
    // What was taken is no longer kept.
    expect(await house.database.read((reader) => reader.countBy(ShelvedUpload, { id: upload }))).toBe(0);
    expect((await office.get(location)).status).toBe(409);
  });

  it('is told where a column is when its heading says nothing', async () => {
    const file = await filled({ '2021-0003': study }, { 处理意见: '栏甲' });
    const location = await tried(file);
    const unclear = (await office.get(location)).html;
    expect(unclear).toContain('没有认出“处理意见”所在的列');
    expect(uploadIn(unclear)).toBe('');
    const letters = /value="([A-Z]+)"[^>]*>[A-Z]+列　栏甲</.exec(unclear)![1];
    const chosen = await office.get(`${location}?at-disposition=${letters}`);
    expect(chosen.html).toContain('将办理1件');
    const upload = uploadIn(chosen.html);
    await office.post(back(), { upload, 'at-disposition': letters, confirmed: 'true' });
    expect(await dispositions()).toEqual(['2021-0002 留作研究', '2021-0003 留作研究']);
    // And the next table with such a heading needs no telling.
    const next = await tried(await filled({ '2021-0004': study }, { 处理意见: '栏甲' }));
    expect((await office.get(next)).html).toContain('沿用上次');
  });

  it('refuses what is no table before it keeps it, and whoever may not dispose', async () => {
    const body = new FormData();
    body.append('file', new Blob(['%PDF-1.7']), '表.pdf');
    expect((await office.post(back('/preview'), body)).status).toBe(422);
    expect((await office.post(back('/preview'), new FormData())).html).toContain('请选择填好的汇总处理表');
    const auditor = await visitAs(house, 'auditor', 'audit-1');
    expect((await auditor.get(back())).status).toBe(403);
    expect((await auditor.get(path())).html).not.toContain(back());
  });
});
