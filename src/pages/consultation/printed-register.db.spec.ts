import {
  beginConsultation,
  type ConsultationOffice,
  preparesAt,
} from '../../../test/support/consultation-office.js';
import { react } from '../../../test/support/drafts-steps.js';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import {
  buildPacket,
  explanationOf,
  freezeApprovalDraft,
  packetBytes,
} from '../../../test/support/packet-office.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';
import { Account } from '../../access/accounts/account.entity.js';
import {
  assignOpinions,
  countRegister,
  DispositionTableQuery,
  FeedbackQuery,
  OpinionsQuery,
  OpinionTalliesQuery,
  splitOpinion,
  submitReply,
  UnitSummaryQuery,
} from '../../consultation/index.js';
import { readDocx, readSheet, ZipArchive } from '../../files/index.js';
import { findObligations } from '../../obligations/index.js';

const expertName = '钱秘名';
const expertContact = 'qian.miming@example.org';
const bytesOf = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};

describe('what is printed of the register', () => {
  let house: HttpHouse & ConsultationOffice;
  let office: PageVisitor;
  let citizen: PageVisitor;
  const id = () => house.compilationId;
  const tail = async () => {
    const view = await house.get(DispositionTableQuery).view(id());
    const rows = [];
    for await (const row of view.rows) rows.push(row as Record<string, string>);
    return { rows, tail: await (view.tail as () => Promise<Record<string, number>>)() };
  };
  const settle = async (opinionId: string, disposition: string) => {
    await house.perform(assignOpinions, { opinionIds: [opinionId], handler: 'office-1' });
    await house.dispose(
      opinionId,
      disposition,
      { reason: '已研究。' },
      { kind: 'secretariat', id: 'office-1' },
    );
    await house.approve(opinionId);
  };
  beforeAll(async () => {
    house = await beginConsultation(await openHttpHouse(preparesAt, 12));
    const [, , , clause] = await house.consultedClauses();
    await house.receive('针对一条的意见。', { clauseId: clause.clauseId });
    await house.receive('针对全文的意见。');
    const proposer = { category: '专家' as const, personName: expertName, personContact: expertContact };
    await house.receive('专家以个人名义提出的意见。', { proposer });
    const letter = await house.register('两点。', { channel: '信函' });
    const parts = [{ content: '甲。' }, { content: '乙。' }];
    const split = { opinionId: letter.id, revision: 1, parts };
    await house.perform(splitOpinion, split);
    await react(house, 'issueObligations', { kind: 'reply', deadlineKey: 'unitRepliesDue' });
    const owed = await house.database.read((reader) => findObligations(reader, id(), { kind: 'reply' }));
    await house.perform(
      submitReply,
      { obligationId: owed[0].id, opinions: [{ content: '本单位的意见。' }] },
      { kind: 'unit', id: owed[0].unitId },
    );
    await house.perform(
      submitReply,
      { obligationId: owed[1].id, noOpinion: true },
      { kind: 'unit', id: owed[1].unitId },
    );
    await house.closeConsultation();
    await house.receive('逾期的意见。');
    office = await visitAs(house, 'secretariat');
    citizen = await visitAs(house, 'nobody');
    await house.database.write((tx) => tx.update(Account, { signInName: 'office-1' }, { name: '经办一岗' }));
    for (const opinion of (await house.page()).opinions) {
      if (!opinion.late) await settle(opinion.id, '留作研究');
    }
    await react(house, 'publishFeedback');
    await freezeApprovalDraft(house);
  });
  afterAll(() => house.close());

  const everywhere = async () => {
    const counts = await house.database.read((reader) => countRegister(reader, { compilationId: id() }));
    const { html } = await citizen.get(`/feedback/${id()}`);
    const explained = (await explanationOf(house))['征求意见及采纳情况'].join('\n');
    const { tail: foot } = await tail();
    const landing = (await office.get(`/c/${id()}/consultation`)).html;
    return { counts, html, explained, foot, landing };
  };

  it('is counted alike on the public page, in the 编制说明, below the table, and on the pages, the late one included', async () => {
    const { counts, html, explained, foot, landing } = await everywhere();
    expect(counts).toMatchObject({ total: 7, settled: 6, open: 1, late: 1, fromUnits: 1, fromPublic: 6 });
    expect(html).toContain('共收到意见7条，办结6条，其余1条正在办理');
    expect(html).toContain('其中社会公众6条');
    expect(html).toContain('单位1条');
    expect(explained).toContain('共收到意见6条。');
    expect(explained).toContain('公开征求意见和书面征求意见共收到意见7条');
    expect(explained).toContain('收到的7条意见（含逾期收到的1条）中，已办理6条');
    expect(foot).toMatchObject({ total: 7, keptForStudy: 6, repliedUnits: 2, unitsWithOpinions: 1 });
    expect(landing).toContain('意见合计7件');
    expect(landing).toContain('<strong>6</strong>');
    expect((await house.get(OpinionsQuery).counts(id())).dispositions).toMatchObject({
      total: 7,
      留作研究: 6,
    });
    expect(await house.get(OpinionTalliesQuery).overview(id())).toMatchObject({ late: 1, fromUnits: 1 });
    const summary = await house.get(UnitSummaryQuery).rows(id());
    expect(summary.filter(({ reply }) => reply === '有意见')).toHaveLength(foot.unitsWithOpinions);
    expect(summary.filter(({ reply }) => reply === '未回函')).toHaveLength(foot.silentUnits);
    const { text } = await house.get(FeedbackQuery).latest(id());
    expect(text).toContain('共收到社会各方面意见6条');
    expect(text).toContain('另有征求意见期限届满后收到的意见1条');
  });

  it('stops being open everywhere when the last one is settled', async () => {
    const late = (await house.page()).opinions.find((opinion) => opinion.late)!;
    await settle(late.id, '已有体现');
    const { html, explained, foot } = await everywhere();
    expect(html).toContain('共收到意见7条，已逐条办理');
    expect(html).not.toContain('正在办理：');
    expect(explained).toContain('收到的7条意见（含逾期收到的1条）中，已办理7条');
    expect(foot).toMatchObject({ total: 7, alreadyReflected: 1, difference: 0 });
  });

  it('says 全文 where an opinion is on the text as a whole, in the table as on the pages', async () => {
    const { rows } = await tail();
    expect(rows.filter(({ clause }) => clause === '')).toEqual([]);
    expect(rows[1].clause).toBe('全文');
  });

  it('calls posts by their names, never by what they sign in with', async () => {
    const { rows } = await tail();
    const names = new Set(rows.flatMap(({ handler, reviewer }) => [handler, reviewer]));
    expect(names).toEqual(new Set(['经办一岗', '复核岗位']));
    const { opinions } = await house.page();
    const base = `/c/${id()}`;
    const paths = [
      `${base}/consultation`,
      `${base}/consultation/opinions`,
      `${base}/consultation/opinions/${opinions[0].id}`,
      `${base}/overview`,
      `${base}/ledger`,
    ];
    for (const path of paths) {
      const { html } = await office.get(path);
      // The frame says who has signed in; the test's session has no other name for that.
      const shown = html.slice(html.indexOf('<main')).replace(/<[^>]*>/g, ' ');
      expect([path, /office-\d|secretary-\d|reviewer-\d/.exec(shown)?.[0]]).toEqual([path, undefined]);
    }
  });

  it('never names a private person, an expert who comments for himself included, in any form', async () => {
    const named = (text: string) => text.includes(expertName) || text.includes(expertContact);
    for (const format of ['docx', 'xlsx', 'csv', 'html'] as const) {
      const bytes = await bytesOf(await house.get(DispositionTableQuery).render(id(), format));
      expect([format, named(await textOf(bytes, format))]).toEqual([format, false]);
      expect(await textOf(bytes, format)).toContain('专家以个人名义提出的意见。');
    }
    for (const path of [`/feedback/${id()}`, '/notices', '/notices.atom']) {
      const { html } = await citizen.get(path);
      expect([path, named(html)]).toEqual([path, false]);
    }
    const packet = new ZipArchive(await packetBytes(house, await buildPacket(house)));
    for (const name of packet.names()) {
      const bytes = await packet.read(name);
      const text =
        name.endsWith('.docx') || name.endsWith('.xlsx') ? await innerText(bytes) : bytes.toString();
      expect([name, named(text)]).toEqual([name, false]);
    }
  });
});

/** Everything a zipped Office file holds, its properties included. */
async function innerText(bytes: Buffer): Promise<string> {
  const archive = new ZipArchive(bytes);
  let text = '';
  for (const name of archive.names()) text += (await archive.read(name)).toString();
  return text;
}

async function textOf(bytes: Buffer, format: 'docx' | 'xlsx' | 'csv' | 'html'): Promise<string> {
  if (format === 'html') return bytes.toString();
  if (format === 'docx') {
    const { tables } = await readDocx(bytes);
    return (await innerText(bytes)) + tables.flatMap(({ rows }) => rows.flat()).join();
  }
  const { rows } = await readSheet(bytes, `table.${format}`);
  return (format === 'xlsx' ? await innerText(bytes) : '') + rows.flat().join();
}
