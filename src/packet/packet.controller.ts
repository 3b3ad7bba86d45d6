import { z } from 'zod';
import {
  ApiController,
  download,
  inCompilation,
  type InputOf,
  instant,
  mediaTypes,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
  write,
} from '../web/index.js';
import { PacketQuery } from './packet.query.js';
import { PassOverUseCase, passOverSchema, takeUpSchema } from './pass-over.use-case.js';
import { RequestPacketUseCase } from './request-packet.use-case.js';
import { verifyPacket } from './verify-packet.js';
import { WriteExplanationUseCase, writeExplanationSchema } from './write-explanation.use-case.js';

const packets = `${inCompilation}/packets` as const;
const count = z.number().int();
const names = z.array(z.string());

const packetView = z.object({
  id: z.string(),
  state: z.enum(['requested', 'built', 'sealed']).describe('requested 生成中、built 已生成、sealed 已报送'),
  ledgerSeq: count.describe('所依据的台账位置'),
  asOf: instant,
  draftVersionId: z.string(),
  sha256: z.string().nullable(),
  sm3: z.string().nullable(),
  sizeBytes: count.nullable(),
  builtAt: instant.nullable(),
});

const verdictView = z.object({
  ok: z.boolean(),
  missing: names.describe('缺少的文件'),
  added: names.describe('多出的文件'),
  changed: names.describe('被改动的文件'),
  fault: z.string().nullable(),
  sha256: z.string(),
  sm3: z.string(),
});

const placeView = z.object({
  place: z.string(),
  kind: z.enum(['section', 'indicator']),
  title: z.string(),
  pass: z.object({ reason: z.string(), post: z.string() }).nullable().describe('从略的理由和同意的职务'),
});

const routes = {
  list: read(packets, { summary: '报批材料，新的在前', query: pageQuery, response: pageOf(packetView) }),
  request: write(packets, {
    summary: '生成报批材料：以此刻的台账为准，生成后另行通知',
    response: z.object({
      id: z.string(),
      ledgerSeq: count,
      unfinished: names.describe('还没有写全或者相互矛盾之处；有任何一处，所生成的材料不能报送'),
    }),
    status: 201,
  }),
  download: read(`${packets}/:packetId/archive`, {
    summary: '下载报批材料（压缩包）',
    produces: mediaTypes.zip,
  }),
  verify: write(`${packets}/verify`, {
    summary: '核验一份报批材料：缺少、多出、被改动的文件',
    file: '报批材料压缩包（.zip），不超过20 MB',
    response: verdictView,
  }),
  unfinished: read(`${packets}/unfinished`, {
    summary: '报批材料中还没有写全、相互矛盾或者经同意从略之处',
    response: z.object({ places: z.array(placeView) }),
  }),
  passOver: write(`${packets}/unfinished/pass-over`, {
    summary: '一处从略：写明理由和同意的职务，文中照此写明',
    body: passOverSchema,
    example: { place: 'section:remarks', reason: '没有其他需要说明的问题。', post: '市质量办主任' },
  }),
  takeUp: write(`${packets}/unfinished/take-up`, {
    summary: '撤销一处从略',
    body: takeUpSchema,
    example: { place: 'section:remarks' },
  }),
  explain: write(`${inCompilation}/explanation`, {
    summary: '填写编制说明中须由人撰写的部分',
    body: writeExplanationSchema,
    example: { section: 'background', text: '为贯彻落实国家质量强国战略，编制本方案。' },
  }),
};

@ApiController('报批材料')
export class PacketController {
  constructor(
    private readonly query: PacketQuery,
    private readonly requestPacket: RequestPacketUseCase,
    private readonly writeExplanation: WriteExplanationUseCase,
    private readonly passOvers: PassOverUseCase,
  ) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    return pageFrom(await this.query.list(params.compilationId), query, ({ id }) => id);
  }

  @Route(routes.request)
  request({ params, actor }: InputOf<typeof routes.request>) {
    return this.requestPacket.execute(params.compilationId, actor);
  }

  @Route(routes.download)
  async download({ params }: InputOf<typeof routes.download>) {
    const content = await this.query.stream(params.compilationId, params.packetId);
    return download(content, mediaTypes.zip, '报批材料.zip');
  }

  @Route(routes.verify)
  verify({ file }: InputOf<typeof routes.verify>) {
    return verifyPacket(file.bytes);
  }

  @Route(routes.unfinished)
  async unfinished({ params }: InputOf<typeof routes.unfinished>) {
    const places = await this.query.unfinished(params.compilationId);
    return {
      places: places.map(({ place, kind, title, pass }) => {
        return { place, kind, title, pass: pass && { reason: pass.reason, post: pass.post } };
      }),
    };
  }

  @Route(routes.passOver)
  passOver({ params, actor, body }: InputOf<typeof routes.passOver>) {
    return this.passOvers.execute(params.compilationId, actor, body);
  }

  @Route(routes.takeUp)
  takeUp({ params, actor, body }: InputOf<typeof routes.takeUp>) {
    return this.passOvers.takeUp(params.compilationId, actor, body);
  }

  @Route(routes.explain)
  explain({ params, actor, body }: InputOf<typeof routes.explain>) {
    return this.writeExplanation.execute(params.compilationId, actor, body);
  }
}
