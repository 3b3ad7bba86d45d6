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
import { verifyPacket } from './verify-packet.js';

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
};

@ApiController('报批材料')
export class PacketController {
  constructor(private readonly query: PacketQuery) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    return pageFrom(await this.query.list(params.compilationId), query, ({ id }) => id);
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
}
