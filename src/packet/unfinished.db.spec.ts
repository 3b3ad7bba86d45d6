import { type ConsultationOffice, openConsultationOffice } from '../../test/support/consultation-office.js';
import { assess } from '../../test/support/drafts-steps.js';
import { buildPacket, explanationOf, freezeApprovalDraft } from '../../test/support/packet-office.js';
import {
  type ExplanationKey,
  explanationSections,
  PacketQuery,
  passOver,
  takeUp,
  requestPacket,
  writeExplanation,
} from './index.js';

const byHand = explanationSections.filter(({ guidance }) => guidance !== '');

describe('what a packet lacks', () => {
  let house: ConsultationOffice;
  const gate = () => assess(house, 'packetFinished');
  const write = (section: ExplanationKey, text: string) => house.perform(writeExplanation, { section, text });
  const pass = (place: string, reason: string, post: string) =>
    house.perform(passOver, { place, reason, post });
  const places = () => house.get(PacketQuery).unfinished(house.compilationId);
  beforeAll(async () => {
    house = await openConsultationOffice();
    await house.closeConsultation();
    await freezeApprovalDraft(house);
  });
  afterAll(() => house.close());

  it('is named by the gate, by the page and when it is built: sections nobody wrote', async () => {
    const titles = byHand.map(({ title }) => title);
    expect((await places()).map(({ title }) => title)).toEqual(titles);
    expect(await gate()).toMatchObject({
      met: false,
      blocking: true,
      sentence: expect.stringContaining(`编制说明还差${titles.length}节须由人撰写（编制背景和必要性、`),
    });
    const built = await house.perform(requestPacket, {});
    expect(built.unfinished).toEqual(titles);
  });

  it('is less once a section is written, and not when the text is only the mark', async () => {
    for (const { key } of byHand.slice(1)) await write(key, '已写明。');
    await write('background', '【待起草组补写：请写明编制背景和必要性。】');
    expect((await places()).map(({ place }) => place)).toEqual(['section:background']);
  });

  it('is let stand with a reason and a post, which the document then says', async () => {
    await expect(pass('section:background', '', '市质量办主任')).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(pass('section:background', '通知已写明。', ' ')).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await pass('section:background', '通知已写明', '市质量办主任');
    expect(await gate()).toMatchObject({ met: true, sentence: expect.stringContaining('1处经同意从略') });
    const { 编制背景和必要性: texts } = await explanationOf(house);
    expect(texts.at(-1)).toBe('本节经市质量办主任同意从略，理由：通知已写明。');
    expect(texts.join()).not.toContain('补写');
  });

  it('makes what was built before out of date', async () => {
    await buildPacket(house);
    expect(await assess(house, 'packetComplete')).toMatchObject({ met: true });
    await house.perform(takeUp, { place: 'section:background' });
    expect((await gate()).met).toBe(false);
    expect(await assess(house, 'packetComplete')).toMatchObject({ met: false });
    await write('background', '贯彻落实质量强国建设决策部署的需要。');
    expect(await gate()).toMatchObject({ met: true });
  });

  it('cannot be let stand where nothing is missing', async () => {
    await expect(pass('section:background', '不必写。', '主任')).rejects.toMatchObject({
      code: 'nothing-to-pass-over',
    });
  });
});
