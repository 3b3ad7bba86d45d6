import { type Sent } from '../engine/index.js';
import { type Mail } from '../outbox/index.js';
import { Database } from '../platform/index.js';
import { unzipSync } from 'fflate';
import { renderDocx, renderHtml, TemplateSet } from '../render/index.js';
import { mailFiles } from '../../test/support/eml.js';
import { ReviewOffice } from '../../test/support/review-office.js';
import {
  type MeetingView,
  MinutesQuery,
  rescheduleMeeting,
  respondInvitation,
  ReviewQuery,
} from './index.js';

describe('a meeting', () => {
  let office: ReviewOffice;
  beforeAll(async () => {
    office = await ReviewOffice.open();
  });
  beforeEach(() => office.beforeExperts());
  afterAll(() => office.close());

  const reschedule = (meetingId: string, change: Partial<Sent<typeof rescheduleMeeting>>) => {
    const input = { date: '2021-10-22', from: '09:30', to: '11:30', place: '三号会议室', ...change };
    return office.house.perform(rescheduleMeeting, { meetingId, ...input });
  };
  const entryOf = (mail: Mail) => (mail.event as { content: string }).content.replace(/\r\n /g, '');

  it('is arranged on a working day, in the future, ending after it begins', async () => {
    await expect(office.arrangeExperts({ date: '2021-10-23' })).rejects.toThrow(
      '2021年10月23日（星期六）不是工作日；会议请安排在工作日，最近的是2021年10月22日（星期五）或者2021年10月25日（星期一）',
    );
    await expect(office.arrangeExperts({ date: '2021-10-08' })).rejects.toThrow('已过');
    await expect(office.arrangeExperts({ from: '11:30', to: '11:30' })).rejects.toThrow('晚于开始');
    await expect(office.arrangeExperts({ date: '2021-10-09' })).rejects.toMatchObject({
      code: 'meeting-times-wrong',
    });
  });

  it('warns when the material would arrive less than seven days before, and when it is later than planned', async () => {
    expect((await office.arrangeExperts({ date: '2021-10-18' })).warnings).toEqual([]);
    const { warnings } = await office.arrangeExperts({ date: '2021-10-15' });
    expect(warnings).toEqual(['材料2021年10月11日送达，距会议4日，不足7日；请推迟会议，或者在会上说明。']);
    const late = await office.arrangeExperts({ date: '2021-10-26' });
    expect(late.warnings).toEqual([expect.stringContaining('晚于时间安排中的2021年10月20日')]);
  });

  it('may be arranged anew until it is convened, and stays one meeting of its round', async () => {
    const first = await office.arrangeExperts({}, 5);
    const second = await office.arrangeExperts({ date: '2021-10-19' }, 3);
    expect(second).toMatchObject({ id: first.id, round: office.round + 1 });
    expect((await office.meeting(first.id)).invitees).toHaveLength(3);
    await office.advance('conveneExpertReview');
    await expect(office.arrangeExperts()).rejects.toMatchObject({ code: 'meeting-already-convened' });
  });

  it('invites only those the directory has, and experts only by choice', async () => {
    await expect(office.arrangeExperts({ partyIds: ['nobody'] })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(office.arrangeExperts({ partyIds: undefined })).rejects.toMatchObject({
      code: 'experts-not-chosen',
    });
    const { id } = await office.arrangePlenary();
    expect((await office.meeting(id)).invitees).toHaveLength(39);
  });

  it('mails each who is invited once, with the meeting as a calendar entry', async () => {
    const { id } = await office.convene(3);
    const mails = await office.invitations(id);
    expect(mails).toHaveLength(3);
    const entry = entryOf(mails[0]);
    expect(entry).toContain('METHOD:REQUEST');
    expect(entry).toContain(`UID:meeting-${id}@bianzhi`);
    expect(entry).toContain('SEQUENCE:0');
    expect(entry).toContain('DTSTART:20211020T013000Z');
    expect(entry).toContain('LOCATION:一号会议室');
    expect(mails[0].view.meeting).toMatchObject({ startsAtText: '2021年10月20日（星期三）09:30' });
    await office.house.moveTo('2021-10-11T10:00:00+08:00');
    const files = (await mailFiles(office.house)).filter((name) => name.includes('-invitation-'));
    expect(
      files.filter((name) => mails.some((mail) => name.includes(mail.id.replaceAll('-', '')))),
    ).toHaveLength(3);
  });

  it('moves the same calendar entry when it is rescheduled, and lapses invitations to the old day', async () => {
    const { id } = await office.convene(3);
    await reschedule(id, {});
    const mails = await office.invitations(id);
    expect(mails).toHaveLength(6);
    const entry = entryOf(mails[3]);
    expect(entry).toContain(`UID:meeting-${id}@bianzhi`);
    expect(entry).toContain('SEQUENCE:1');
    expect(entry).toContain('DTSTART:20211022T013000Z');
    await office.house.moveTo('2021-10-11T10:00:00+08:00');
    const states = (await office.invitations(id)).map((mail) => mail.state);
    expect(states).toEqual(['lapsed', 'lapsed', 'lapsed', 'sent', 'sent', 'sent']);
  });

  it('is not rescheduled before it is convened, nor after it was held, nor onto a holiday', async () => {
    const { id } = await office.arrangeExperts();
    await expect(reschedule(id, {})).rejects.toMatchObject({ code: 'meeting-not-convened' });
    await office.advance('conveneExpertReview');
    await expect(reschedule(id, { date: '2021-10-17' })).rejects.toMatchObject({
      code: 'meeting-not-on-working-day',
    });
    await office.house.moveTo('2021-10-20T12:00:00+08:00');
    await office.attend(id, (await office.meeting(id)).invitees);
    await expect(reschedule(id, {})).rejects.toMatchObject({ code: 'meeting-already-held' });
  });

  it('keeps the answer to an invitation until it is held', async () => {
    const { id, invitees } = await office.convene(3);
    const respond = (response: Sent<typeof respondInvitation>['response']) =>
      office.house.perform(respondInvitation, { inviteeId: invitees[0].id, response });
    await respond('declined');
    await respond('accepted');
    expect((await office.meeting(id)).invitees[0].response).toBe('accepted');
    await expect(respond('perhaps' as never)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is attended only after it began, by those invited to it', async () => {
    const { id, invitees } = await office.convene(3);
    await expect(office.attend(id, invitees)).rejects.toMatchObject({ code: 'meeting-not-started' });
    await office.house.moveTo('2021-10-20T09:30:00+08:00');
    await expect(office.attend(id, [{ id: 'stranger' }])).rejects.toMatchObject({ code: 'not-found' });
    await expect(office.attend(id, [])).rejects.toMatchObject({ code: 'invalid-input' });
    await office.attend(id, invitees.slice(0, 2));
    await expect(office.attend(id, invitees.slice(1))).rejects.toMatchObject({
      code: 'correction-reason-missing',
    });
    await office.attend(id, invitees.slice(1), '签到表核对后更正');
    const present = (await office.meeting(id)).invitees.map((invitee) => invitee.present);
    expect(present).toEqual([false, true, true]);
  });

  it('writes nothing personal into the ledger', async () => {
    const { id, invitees } = await office.hold(3);
    await office.declare(invitees[0].id, { conflict: 'direct', note: '与所在单位有关' });
    await office.write(invitees[1].id, { recommendation: '通过', text: '论证意见全文' });
    await office.file({ kind: 'expert', inviteeId: invitees[1].id, content: '意见内容全文' });
    const rows = await office.house
      .get(Database)
      .read((reader) => reader.query<{ payload: string }[]>('SELECT payload FROM ledger_entry'));
    const ledger = rows.map((row) => row.payload).join('\n');
    for (const personal of [
      '专家A',
      'expert-a@example.org',
      '与所在单位有关',
      '论证意见全文',
      '意见内容全文',
    ]) {
      expect(ledger).not.toContain(personal);
    }
    expect(ledger).toContain(id);
  });
});

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('the record of a meeting', () => {
  let office: ReviewOffice;
  let meeting: MeetingView;
  beforeAll(async () => {
    office = await ReviewOffice.open();
    await office.beforeExperts();
    meeting = await office.hold(3);
  });
  afterAll(() => office.close());

  const minutes = () => office.house.get(MinutesQuery).view(office.house.compilationId, meeting.id);

  it('has no conclusion before every expert present has declared', async () => {
    await expect(office.conclude(meeting.id, '通过')).rejects.toMatchObject({ code: 'declarations-missing' });
    await expect(minutes()).rejects.toMatchObject({ code: 'meeting-not-concluded' });
  });

  it('has no conclusion when every expert present is recused', async () => {
    for (const { id } of meeting.invitees) {
      await office.declare(id, { conflict: 'direct', note: '参与起草' });
    }
    await expect(office.conclude(meeting.id, '通过')).rejects.toMatchObject({ code: 'nobody-took-part' });
  });

  it('wants a direct interest described', async () => {
    await expect(office.declare(meeting.invitees[0].id, { conflict: 'direct' })).rejects.toThrow('是何关系');
  });

  it('has the conclusions of its own kind, and what was discussed', async () => {
    await office.declare(meeting.invitees[0].id);
    await office.declare(meeting.invitees[1].id);
    await expect(office.conclude(meeting.id, '退回')).rejects.toMatchObject({
      code: 'conclusion-of-another-meeting',
    });
    await expect(office.conclude(meeting.id, '通过', { discussion: ' ' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await office.write(meeting.invitees[0].id, { recommendation: '修改后通过', text: '宜量化目标。' });
    await office.file({
      kind: 'expert',
      inviteeId: meeting.invitees[0].id,
      content: '压缩篇幅',
      dissent: true,
    });
    await office.conclude(meeting.id, '修改后通过', {
      dissentingViews: [{ holder: '专家A', view: '篇幅宜压缩。' }],
    });
    expect((await office.meeting(meeting.id)).conclusion).toBe('修改后通过');
  });

  it('is the minutes: who came, who was recused, the points, the different views, the conclusion', async () => {
    const { head, rows, tail, properties } = await minutes();
    expect(properties.title).toBe(`专家论证会纪要（第${meeting.round}次）`);
    expect(head).toMatchObject({
      startsAtText: '2021年10月20日（星期三）09:30',
      draftTitle: '质量强国建设纲要上海实施方案（论证稿）',
      present: [expect.stringContaining('专家A'), expect.stringContaining('专家B')],
      recused: [expect.stringContaining('专家C')],
      absent: [],
    });
    expect(rows).toEqual([
      {
        number: 1,
        proposer: '专家A（质量管理）',
        clauseLabel: '全文',
        content: '压缩篇幅',
        dissent: true,
      },
    ]);
    expect(tail).toMatchObject({
      conclusion: '修改后通过',
      // What was written and not signed yet is nobody's recommendation.
      recommendations: [],
      unsigned: 2,
      dissentingViews: [{ holder: '专家A', view: '篇幅宜压缩。' }],
    });
  });

  it('is written as a Word document and as a page', async () => {
    const templates = office.house.get(TemplateSet);
    const page = await bytesOf(renderHtml(templates, 'minutes', await minutes()));
    expect(page.toString()).toContain('1．全文（专家A（质量管理））：压缩篇幅（本条为不同意见。）');
    const word = unzipSync(await bytesOf(renderDocx(templates, 'minutes', await minutes())));
    const text = Buffer.from(word['word/document.xml']).toString();
    expect(text).toContain('没有签署书面意见的专家2名。');
  });

  it('keeps what was declared once there is a conclusion', async () => {
    const change = office.declare(meeting.invitees[0].id, { conflict: 'direct', note: '参与起草' });
    await expect(change).rejects.toMatchObject({ code: 'declaration-closed' });
  });

  it('takes no point from a recused expert, and lets no expert act for another', async () => {
    const [first, second, recused] = meeting.invitees;
    const byRecused = office.file({ kind: 'expert', inviteeId: recused.id, content: '意见' });
    await expect(byRecused).rejects.toMatchObject({ code: 'expert-recused' });
    const other = { kind: 'expert' as const, id: second.partyId };
    const forAnother = office.file({ kind: 'expert', inviteeId: first.id, content: '意见' }, other);
    await expect(forAnother).rejects.toMatchObject({ code: 'not-yourself' });
  });

  it('takes no point about a clause that is not in the draft under review', async () => {
    await expect(office.file({ kind: 'expert', clauseId: 'no-such', content: '意见' })).rejects.toMatchObject(
      { code: 'clause-not-in-draft' },
    );
  });

  it('lists points with who made them', async () => {
    await office.file({ kind: 'expert', content: '会议集体意见' });
    const points = await office.house.get(ReviewQuery).points(office.house.compilationId, 'expert');
    expect(points.map(({ number, proposer }) => [number, proposer])).toEqual([
      [1, '专家A（质量管理）'],
      [2, '专家论证会'],
    ]);
  });
});
