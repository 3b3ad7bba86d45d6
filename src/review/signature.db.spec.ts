import { expertActor, png, ReviewOffice } from '../../test/support/review-office.js';
import { Database } from '../platform/index.js';
import { amendPoint, type InviteeView, type MeetingView, Signature } from './index.js';
import { SigningCode } from './signature.entity.js';

describe('the signature under a written opinion', () => {
  let office: ReviewOffice;
  let meeting: MeetingView;
  let expert: InviteeView;
  let experts: InviteeView[];
  beforeAll(async () => {
    office = await ReviewOffice.open();
    await office.beforeExperts();
    meeting = await office.hold(15);
    experts = [...meeting.invitees];
  });
  beforeEach(() => {
    expert = experts.pop()!;
  });
  afterAll(() => office.close());

  const read = <T>(fn: Parameters<Database['read']>[0]) => office.house.get(Database).read(fn) as Promise<T>;
  const stateOf = async ({ id }: InviteeView) => {
    const { invitees } = await office.meeting(meeting.id);
    return invitees.find((invitee) => invitee.id === id)!.signature;
  };
  const at = (instant: number) => new Date(instant).toISOString();
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

  it('binds person, content, instant and the mailed code', async () => {
    await office.write(expert.id);
    await office.requestCode(expert);
    const code = await office.mailedCode(expert);
    expect(code).toMatch(/^\d{6}$/);
    const { signatureId, contentDigest } = await office.sign(expert, code);
    const signature = await read<Signature>((reader) => reader.findOneBy(Signature, { id: signatureId }));
    expect(signature).toMatchObject({
      inviteeId: expert.id,
      method: 'code',
      contentDigest,
      signedAt: office.house.clock.now(),
      voidedAt: null,
    });
    expect(await stateOf(expert)).toBe('signed');
    await expect(office.sign(expert, code)).rejects.toMatchObject({ code: 'signing-code-void' });
  });

  it('is void when the opinion or one of its points is changed afterwards', async () => {
    await office.write(expert.id);
    const { id: pointId } = await office.file({ kind: 'expert', inviteeId: expert.id, content: '量化目标' });
    await office.signOnPaper(expert.id, png);
    await office.write(expert.id);
    expect(await stateOf(expert)).toBe('signed');
    await office.write(expert.id, { recommendation: '通过', text: '同意，但须量化。' });
    expect(await stateOf(expert)).toBe('void');
    await office.signOnPaper(expert.id, png);
    const { house } = office;
    await house.perform(amendPoint, { pointId, content: '压缩篇幅', dissent: false });
    expect(await stateOf(expert)).toBe('void');
    await office.signOnPaper(expert.id, png);
    await office.file({ kind: 'expert', inviteeId: expert.id, content: '另一条意见' });
    expect(await stateOf(expert)).toBe('void');
  });

  it('does not count when its content was changed behind the back of the use cases', async () => {
    await office.write(expert.id);
    await office.signOnPaper(expert.id, png);
    await office.house
      .get(Database)
      .write((tx) => tx.query(`UPDATE invitee SET "writtenOpinion" = '不同意。' WHERE id = '${expert.id}'`));
    expect(await stateOf(expert)).toBe('void');
  });

  it('needs an opinion to sign', async () => {
    await expect(office.requestCode(expert)).rejects.toMatchObject({ code: 'nothing-to-sign' });
    await expect(office.signOnPaper(expert.id, png)).rejects.toMatchObject({ code: 'nothing-to-sign' });
  });

  it('by code is the expert’s own: neither the secretariat nor a colleague can give it', async () => {
    await office.write(expert.id);
    await office.requestCode(expert);
    const code = await office.mailedCode(expert);
    const colleague = { ...expert, partyId: meeting.invitees[0].partyId };
    await expect(office.sign(colleague, code)).rejects.toMatchObject({ code: 'not-yourself', status: 403 });
    await expect(office.requestCode(colleague)).rejects.toMatchObject({ code: 'not-yourself' });
    expect(expertActor(colleague).id).not.toBe(expert.partyId);
  });

  it('is refused after five wrong codes, even with the right one', async () => {
    await office.write(expert.id);
    await office.requestCode(expert);
    const code = await office.mailedCode(expert);
    for (const left of [4, 3, 2, 1]) {
      await expect(office.sign(expert, wrong(code))).rejects.toThrow(`还可以再试${left}次`);
    }
    await expect(office.sign(expert, wrong(code))).rejects.toThrow('作废');
    await expect(office.sign(expert, code)).rejects.toMatchObject({ code: 'signing-code-void' });
    expect(await stateOf(expert)).toBe('unsigned');
  });

  it('is refused ten minutes after the code was asked for', async () => {
    await office.write(expert.id);
    const { validUntil } = await office.requestCode(expert);
    const code = await office.mailedCode(expert);
    expect(validUntil - office.house.clock.now()).toBe(600_000);
    await office.house.moveTo(at(validUntil + 1));
    await expect(office.sign(expert, code)).rejects.toThrow('已过有效期');
  });

  it('is refused when the opinion was changed between asking for the code and entering it', async () => {
    await office.write(expert.id);
    await office.requestCode(expert);
    const code = await office.mailedCode(expert);
    await office.write(expert.id, { recommendation: '重新论证', text: '不同意。' });
    await expect(office.sign(expert, code)).rejects.toThrow('已有改动');
  });

  it('takes only the code asked for last, and not more than five an hour are sent', async () => {
    await office.write(expert.id);
    await office.requestCode(expert);
    const first = await office.mailedCode(expert);
    await office.requestCode(expert);
    const second = await office.mailedCode(expert);
    if (first !== second) await expect(office.sign(expert, first)).rejects.toThrow('验证码不正确');
    for (let more = 0; more < 3; more += 1) await office.requestCode(expert);
    await expect(office.requestCode(expert)).rejects.toMatchObject({ code: 'too-many-signing-codes' });
  });

  it('leaves only a hash of the code once it has expired', async () => {
    await office.write(expert.id);
    await office.requestCode(expert);
    const code = await office.mailedCode(expert);
    const [row] = await read<SigningCode[]>((reader) => reader.findBy(SigningCode, { inviteeId: expert.id }));
    expect(JSON.stringify(row)).not.toContain(code);
    await office.house.moveTo(at(office.house.clock.now() + 3_600_000));
    const [mail] = await office.mails('signing-code', expert.id);
    expect(mail.state).toBe('sent');
    expect(JSON.stringify(mail)).not.toContain(code);
    const dump = await read<object[]>((reader) => reader.query('SELECT payload FROM ledger_entry'));
    expect(JSON.stringify(dump)).not.toContain(`"${code}"`);
  });

  it('may be a scanned sheet, which is a PDF, JPEG or PNG by its content', async () => {
    await office.write(expert.id);
    await expect(office.signOnPaper(expert.id, Buffer.from('MZ program'))).rejects.toMatchObject({
      code: 'not-a-scan',
    });
    await office.signOnPaper(expert.id, Buffer.from('%PDF-1.7 signed sheet'));
    const [signature] = await read<Signature[]>((reader) =>
      reader.findBy(Signature, { inviteeId: expert.id }),
    );
    expect(signature).toMatchObject({ method: 'scan', fileDigest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await stateOf(expert)).toBe('signed');
  });

  it('is not given by an expert who is recused, and one given before is void', async () => {
    await office.write(expert.id);
    await office.signOnPaper(expert.id, png);
    await office.declare(expert.id, { conflict: 'direct', note: '参与起草' });
    expect(await stateOf(expert)).toBe('void');
    await expect(office.signOnPaper(expert.id, png)).rejects.toMatchObject({ code: 'expert-recused' });
  });
});
