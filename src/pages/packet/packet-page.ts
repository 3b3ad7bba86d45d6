import { Injectable } from '@nestjs/common';
import { CompilationQuery, procedureKindNames, procedureKinds } from '../../compilation/index.js';
import { OpinionsQuery } from '../../consultation/index.js';
import { ObligationsQuery } from '../../obligations/index.js';
import { ExplanationQuery, PacketQuery, type UnfinishedPlace } from '../../packet/index.js';
import { areaPath } from '../frame/navigation.js';
import { type DocumentSourceName } from '../../../workflows/index.js';
import { buildLine, packetPath, subNav } from './packet-words.js';

interface Line {
  met: boolean;
  text: string;
}
interface Part {
  number: string;
  title: string;
  href: string;
  link: string;
  lines: Line[];
}

/** What the packet consists of, what each part still lacks, and what was built. */
@Injectable()
export class PacketPage {
  constructor(
    private readonly packets: PacketQuery,
    private readonly explanation: ExplanationQuery,
    private readonly compilations: CompilationQuery,
    private readonly opinions: OpinionsQuery,
    private readonly obligations: ObligationsQuery,
  ) {}

  async view(compilationId: string, mayAct: boolean): Promise<object> {
    const facts = await this.packets.facts(compilationId);
    const builds = await this.packets.list(compilationId);
    const places = await this.packets.unfinished(compilationId);
    const parts = await this.parts(compilationId, facts.version, places);
    const ready = parts.filter(({ lines }) => lines.every(({ met }) => met)).length;
    const building = builds.some(({ state }) => state === 'requested');
    return {
      subNav: subNav(compilationId, 'packet'),
      sentence: sentenceOf(parts, ready),
      parts: parts.map((part) => ({ ...part, stale: facts.stale.includes(part.title) })),
      procedures: await this.procedures(compilationId),
      proceduresPath: `${packetPath(compilationId)}/procedures`,
      request: `${packetPath(compilationId)}/builds`,
      mayAct,
      places: places.map((one) => placeView(compilationId, one)),
      openPlaces: places.filter(({ pass }) => pass === null).length,
      passOver: `${packetPath(compilationId)}/pass-over`,
      takeUp: `${packetPath(compilationId)}/take-up`,
      mayBuild: facts.version !== null,
      ready: ready === parts.length,
      lacking: parts.length - ready,
      building,
      currency: currencyOf(builds.length, facts),
      stale: facts.stale.length > 0,
      builds: builds.map((build, index) => buildLine(build, builds.length - index)),
      overview: areaPath(compilationId, 'overview'),
    };
  }

  private async parts(
    compilationId: string,
    version: string | null,
    places: readonly UnfinishedPlace[],
  ): Promise<Part[]> {
    const { documents } = (await this.compilations.standing(compilationId)).plan;
    const base = packetPath(compilationId);
    const draftLine = (title: string): Line[] => [
      { met: version !== null, text: version === null ? `${title}尚未形成` : `${version}，已冻结` },
    ];
    const sources: Record<DocumentSourceName, (title: string) => Promise<Omit<Part, 'number' | 'title'>>> = {
      draft: async (title) => ({
        href: areaPath(compilationId, 'drafts'),
        link: '打开文稿',
        lines: draftLine(title),
      }),
      explanation: async () => ({
        href: `${base}/explanation`,
        link: '逐节撰写',
        lines: await this.explanationLines(compilationId, places),
      }),
      dispositions: async () => ({
        href: `${areaPath(compilationId, 'consultation')}/opinions`,
        link: '打开意见登记簿',
        lines: await this.opinionLines(compilationId),
      }),
      submissions: async () => ({
        href: areaPath(compilationId, 'materials'),
        link: '打开报送',
        lines: await this.materialLines(compilationId),
      }),
    };
    const parts: Part[] = [];
    for (const { title, source } of documents) {
      const number = `之${inWords(parts.length + 1)}`;
      parts.push({ number, title, ...(await sources[source](title)) });
    }
    return parts;
  }

  private async explanationLines(compilationId: string, places: readonly UnfinishedPlace[]): Promise<Line[]> {
    const view = await this.explanation.view(compilationId);
    if (view === null) return [{ met: false, text: '还没有定稿的文稿，编制说明无从填写' }];
    const of = (kind: UnfinishedPlace['kind']) => places.filter((place) => place.kind === kind);
    const open = (kind: UnfinishedPlace['kind']) => of(kind).filter(({ pass }) => pass === null);
    const missing = open('section');
    const titles = missing.map(({ title }) => `“${title.replace('“', '‘').replace('”', '’')}”`).join('、');
    const contradictions = open('indicator').length;
    const passed = places.length - missing.length - contradictions;
    return [
      missing.length === 0
        ? { met: true, text: `共${view.sections.length}节，须由人撰写的都有交代` }
        : { met: false, text: `差${missing.length}节须由人撰写：${titles}` },
      contradictions === 0
        ? { met: true, text: '指标没有未处理的矛盾' }
        : { met: false, text: `指标${contradictions}项相互矛盾，须更正或者写明理由从略` },
      ...(passed === 0 ? [] : [{ met: true, text: `${passed}处经同意从略，文中已写明` }]),
    ];
  }

  private async opinionLines(compilationId: string): Promise<Line[]> {
    const { states } = await this.opinions.counts(compilationId);
    const { total, unassigned, undisposed, unreviewed, reviewed } = states;
    const open = unassigned + undisposed + unreviewed;
    return [{ met: open === 0, text: `意见${total}件，已办结并复核${reviewed}件，未办结${open}件` }];
  }

  private async materialLines(compilationId: string): Promise<Line[]> {
    const progress = await this.obligations.progress(compilationId, 'material');
    const { total, accepted, waived } = progress[progress.length - 1];
    const open = total - accepted - waived;
    return [
      { met: open === 0, text: `报送任务${total}项，审核通过${accepted}项，豁免${waived}项，未结${open}项` },
    ];
  }

  private async procedures(compilationId: string) {
    const records = await this.compilations.procedures(compilationId);
    return procedureKindNames.map((kind) => {
      const last = records.findLast((record) => record.kind === kind);
      const { conclusion, decision } = (last?.content ?? {}) as Record<string, string | null>;
      const word = conclusion ?? decision ?? (kind === 'legalityReview' ? '已送审，意见未回' : '已登记');
      return {
        title: procedureKinds[kind].title,
        standing:
          last === undefined
            ? { kind: 'pending', shape: 'ring', word: '没有登记' }
            : { kind: '', shape: 'done', word: kind === 'evaluation' ? '已登记' : word },
      };
    });
  }
}

function placeView(compilationId: string, { place, kind, title, pass }: UnfinishedPlace) {
  return {
    place,
    title: kind === 'section' ? `编制说明“${title}”一节没有撰写` : `指标${title}`,
    href:
      kind === 'section'
        ? `${packetPath(compilationId)}/explanation/${place.replace('section:', '')}`
        : `${areaPath(compilationId, 'topics')}/indicators`,
    act: kind === 'section' ? '撰写' : '查看指标',
    pass: pass && { reason: pass.reason, post: pass.post },
  };
}

const inWords = (count: number): string => '零一二三四五六七八九十'[count];

function sentenceOf(parts: readonly Part[], ready: number): string {
  const lacking = parts.filter(({ lines }) => lines.some(({ met }) => !met));
  if (lacking.length === 0) return `报批材料${inWords(parts.length)}部分齐全，可以生成。`;
  const titles = lacking.map(({ title }) => title).join('、');
  return `报批材料${inWords(parts.length)}部分，${ready}部分齐全，${titles}还没有齐全。`;
}

/** Whether what was built last still shows what is on record. */
function currencyOf(
  count: number,
  { builtAt, stale }: { builtAt: string | null; stale: readonly string[] },
): string {
  if (count === 0) return '还没有生成过。生成以此刻的台账为准，可以重复生成，不寄发给报送单位。';
  if (builtAt === null) return '最近一次正在生成。';
  if (stale.length === 0) return `最近一次${builtAt}生成，与台账一致。`;
  return `最近一次${builtAt}生成，此后${stale.join('、')}的来源有变动，报送前须重新生成。`;
}
