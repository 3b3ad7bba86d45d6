import { CheckPacketQuery, PacketQuery } from '../../packet/index.js';
import { staff } from '../../platform/index.js';
import { download, mediaTypes, OnPage, page, PageController, type PageInput, show } from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { BuildPage } from './build-page.js';
import { buildPath } from './packet-words.js';

const build = '/c/:compilationId/packet/builds/:buildId';
const routes = {
  one: page(build, { by: staff }),
  archive: page(`${build}/archive`, { by: staff }),
  verification: page(`${build}/verification`, { by: staff }),
};

/** One build of the packet: its progress, its bytes, and whether they hold. */
@PageController()
export class BuildsController {
  constructor(
    private readonly pages: BuildPage,
    private readonly packets: PacketQuery,
    private readonly check: CheckPacketQuery,
  ) {}

  @OnPage(routes.one)
  async one({ params, visitor }: PageInput<typeof routes.one>) {
    const { compilationId, buildId } = params;
    const view = await this.pages.view(compilationId, buildId, mayAct(visitor, compilationId));
    return show('packet/build', view, { title: '报批材料', nav: 'packet' });
  }

  @OnPage(routes.archive)
  async archive({ params }: PageInput<typeof routes.archive>) {
    const content = await this.packets.stream(params.compilationId, params.buildId);
    return download(content, mediaTypes.zip, '报批材料.zip');
  }

  @OnPage(routes.verification)
  async verification({ params }: PageInput<typeof routes.verification>) {
    const { compilationId, buildId } = params;
    const result = this.pages.checks(await this.check.built(compilationId, buildId));
    const back = buildPath(compilationId, buildId);
    const view = this.pages.verification(compilationId, result, back);
    return show('packet/verification', view, { title: '核验报批材料', nav: 'packet' });
  }
}
