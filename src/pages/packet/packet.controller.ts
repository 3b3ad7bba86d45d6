import { z } from 'zod';
import { CheckPacketQuery, PacketQuery, PassOverUseCase, RequestPacketUseCase } from '../../packet/index.js';
import { InvalidInput, secretariat, staff } from '../../platform/index.js';
import {
  form,
  nothing,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { BuildPage } from './build-page.js';
import { PacketPage } from './packet-page.js';
import { buildPath, packetPath } from './packet-words.js';

const packet = '/c/:compilationId/packet';
const text = z.string().default('');
const routes = {
  packet: page(packet, { by: staff }),
  request: form(`${packet}/builds`, { by: secretariat, body: nothing }),
  passOver: form(`${packet}/pass-over`, {
    by: secretariat,
    body: z.object({ place: text, reason: text, post: text }),
  }),
  takeUp: form(`${packet}/take-up`, { by: secretariat, body: z.object({ place: text }) }),
  verification: page(`${packet}/verification`, { by: staff }),
  verify: form(`${packet}/verification`, { by: staff, body: nothing, file: true }),
  mail: page('/packets/:buildId', { by: staff }),
};

/** 报批: what the packet lacks, asking for it, and checking one that came back. */
@PageController()
export class PacketPagesController {
  constructor(
    private readonly pages: PacketPage,
    private readonly builds: BuildPage,
    private readonly packets: PacketQuery,
    private readonly check: CheckPacketQuery,
    private readonly requestPacket: RequestPacketUseCase,
    private readonly passOvers: PassOverUseCase,
  ) {}

  @OnPage(routes.packet)
  async packet({ params, visitor }: PageInput<typeof routes.packet>) {
    const view = await this.pages.view(params.compilationId, mayAct(visitor, params.compilationId));
    return show('packet/packet', view, {
      title: '报批',
      nav: 'packet',
    });
  }

  @OnPage(routes.request)
  async request({ params, actor }: PageInput<typeof routes.request>) {
    const { id, ledgerSeq, unfinished } = await this.requestPacket.execute(params.compilationId, actor);
    const short =
      unfinished.length === 0
        ? ''
        : `还有${unfinished.length}处没有写全或者相互矛盾，这一包只供试看，不能报送。`;
    return seeOther(buildPath(params.compilationId, id), `已申请生成，以台账第${ledgerSeq}号为准。${short}`);
  }

  @OnPage(routes.passOver)
  async passOver({ params, body, actor }: PageInput<typeof routes.passOver>) {
    await this.passOvers.execute(params.compilationId, actor, body);
    return seeOther(packetPath(params.compilationId), '已登记从略，编制说明照此写明。');
  }

  @OnPage(routes.takeUp)
  async takeUp({ params, body, actor }: PageInput<typeof routes.takeUp>) {
    await this.passOvers.takeUp(params.compilationId, actor, body);
    return seeOther(packetPath(params.compilationId), '已撤销从略，报送前须补写或者更正。');
  }

  @OnPage(routes.verification)
  verification({ params }: PageInput<typeof routes.verification>) {
    const view = this.builds.verification(params.compilationId, null, null);
    return show('packet/verification', view, { title: '核验报批材料', nav: 'packet' });
  }

  @OnPage(routes.verify)
  async verify({ params, file }: PageInput<typeof routes.verify>) {
    if (file === null) throw new InvalidInput('没有选择文件；请选择报批材料的压缩包。', 'file-missing');
    const found = await this.check.upload(params.compilationId, file.bytes);
    const result = this.builds.checks(found);
    const view = this.builds.verification(params.compilationId, result, null);
    return show('packet/verification', view, { title: '核验报批材料', nav: 'packet' });
  }

  /** The address that the mail about a finished build names. */
  @OnPage(routes.mail)
  async mail({ params }: PageInput<typeof routes.mail>) {
    return seeOther(buildPath(await this.packets.compilationOf(params.buildId), params.buildId));
  }
}
