import { CheckPacketQuery, PacketQuery, passOver, requestPacket, takeUp } from '../../packet/index.js';
import { InvalidInput, staff } from '../../platform/index.js';
import {
  actForm,
  form,
  formsOf,
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

const packet = '/c/:compilationId/packet' as const;
const routes = {
  packet: page(packet, { by: staff }),
  verification: page(`${packet}/verification`, { by: staff }),
  verify: form(`${packet}/verification`, { by: staff, body: nothing, file: true }),
  mail: page('/packets/:buildId', { by: staff }),
};

export const PacketForms = formsOf({
  request: actForm(requestPacket, `${packet}/builds`, {
    then({ params, result: { id, ledgerSeq, unfinished } }) {
      const short =
        unfinished.length === 0
          ? ''
          : `还有${unfinished.length}处没有写全或者相互矛盾，这一包只供试看，不能报送。`;
      const notice = `已申请生成，以台账第${ledgerSeq}号为准。${short}`;
      return seeOther(buildPath(params.compilationId, id), notice);
    },
  }),
  passOver: actForm(passOver, `${packet}/pass-over`, {
    then: ({ params }) => seeOther(packetPath(params.compilationId), '已登记从略，编制说明照此写明。'),
  }),
  takeUp: actForm(takeUp, `${packet}/take-up`, {
    then: ({ params }) => seeOther(packetPath(params.compilationId), '已撤销从略，报送前须补写或者更正。'),
  }),
});

/** 报批: what the packet lacks, asking for it, and checking one that came back. */
@PageController()
export class PacketPagesController {
  constructor(
    private readonly pages: PacketPage,
    private readonly builds: BuildPage,
    private readonly packets: PacketQuery,
    private readonly check: CheckPacketQuery,
  ) {}

  @OnPage(routes.packet)
  async packet({ params, visitor }: PageInput<typeof routes.packet>) {
    const view = await this.pages.view(params.compilationId, mayAct(visitor, params.compilationId));
    return show('packet/packet', view, {
      title: '报批',
      nav: 'packet',
    });
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
