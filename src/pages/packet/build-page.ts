import { Injectable } from '@nestjs/common';
import { DraftsQuery } from '../../drafts/index.js';
import { type PacketBuild, type PacketCheck, PacketQuery } from '../../packet/index.js';
import { areaPath } from '../frame/navigation.js';
import { DemoControl } from '../frame/demo-control.js';
import { buildLine, buildPath, packetPath, subNav } from './packet-words.js';

interface Check {
  met: boolean;
  title: string;
  fact: string;
}

/** One build: how far it is, what came out, and whether it holds. */
@Injectable()
export class BuildPage {
  constructor(
    private readonly packets: PacketQuery,
    private readonly drafts: DraftsQuery,
    private readonly demo: DemoControl,
  ) {}

  async view(compilationId: string, id: string, mayAct: boolean): Promise<object> {
    const build = await this.packets.find(compilationId, id);
    const all = await this.packets.list(compilationId);
    const number = all.length - all.findIndex((one) => one.id === id);
    const job = await this.packets.job(id);
    const failed = build.state === 'requested' && job?.state === 'failed';
    const running = job?.state === 'running';
    return {
      subNav: subNav(compilationId, 'packet'),
      ...buildLine(build, number),
      sentence: sentenceOf(build, number, failed),
      failed: failed ? (job.lastError ?? '没有留下原因') : null,
      mayAct,
      polling: build.state === 'requested' && !failed,
      steps: stepsOf(build, running),
      path: buildPath(compilationId, id),
      base: packetPath(compilationId),
      request: `${packetPath(compilationId)}/builds`,
      verification: `${buildPath(compilationId, id)}/verification`,
      entry: `${areaPath(compilationId, 'ledger')}/entries/${build.ledgerSeq}`,
      draft: await this.draftTitle(compilationId, build.draftVersionId),
      isLatest: number === all.length,
      stale: number === all.length ? (await this.packets.facts(compilationId)).stale : [],
      isDemo: (await this.demo.bar()) !== null,
      parts: (await this.packets.documents(compilationId)).map(({ number: part, title }) => ({
        part,
        title,
      })),
    };
  }

  /** The findings as sentences, each with what it rests on. */
  checks({ verdict, build, position, reproduced }: PacketCheck) {
    const { missing, added, changed, fault, ledger, sha256, sm3 } = verdict;
    const names = (list: string[], none: string) => (list.length === 0 ? none : list.join('、'));
    const checks: Check[] = [
      { met: fault === null, title: '压缩包和清单可读', fact: fault ?? '没有夹带目录以外的数据' },
      { met: missing.length === 0, title: '没有缺少', fact: names(missing, '清单所列各件都在') },
      { met: added.length === 0, title: '没有多出', fact: names(added, '没有清单以外的文件') },
      { met: changed.length === 0, title: '没有改动', fact: names(changed, '逐件SHA-256和SM3与清单相符') },
      {
        met: build !== null,
        title: '与生成记录一致',
        fact: build === null ? '台账没有记载生成过摘要相同的一份' : '整包摘要与台账所记的相同',
      },
      {
        met: position,
        title: '台账位置相符',
        fact: ledger === null ? '清单不可读，无从核对' : `清单指向台账第${ledger.seq}号`,
      },
    ];
    if (reproduced !== null) {
      const fact = reproduced ? '由同一份冻结的来源再生成一次，逐字节相同' : '再生成一次，结果不同';
      checks.push({ met: reproduced, title: '可重复生成', fact });
    }
    const failed = checks.filter(({ met }) => !met).length;
    return { checks, ok: failed === 0, failed, sha256, sm3 };
  }

  /** @param back the build that was checked; null when somebody brought the file */
  verification(compilationId: string, result: object | null, back: string | null): object {
    const verify = `${packetPath(compilationId)}/verification`;
    return { subNav: subNav(compilationId, 'verify'), action: back, result, verify };
  }

  private async draftTitle(compilationId: string, draftVersionId: string): Promise<string> {
    const versions = await this.drafts.versions(compilationId);
    const draft = versions.find(({ id }) => id === draftVersionId);
    return draft === undefined ? '' : `${draft.name}第${draft.revision}稿`;
  }
}

function sentenceOf({ state, ledgerSeq }: PacketBuild, number: number, failed: boolean): string {
  const which = `第${number}次生成`;
  if (failed) return `${which}没有成功，可以重试。`;
  if (state === 'requested') return `${which}：以台账第${ledgerSeq}号为准，正在生成。`;
  if (state === 'sealed') return `${which}：已报送市政府，封存不变。`;
  return `${which}：已生成，可以下载。`;
}

/** What a build goes through, with where it is. */
function stepsOf({ state }: PacketBuild, running: boolean) {
  const built = state !== 'requested';
  const steps = [
    { title: '按台账冻结全部来源', done: true, now: false },
    { title: '等候后台程序', done: built || running, now: !built && !running },
    { title: '装订四部分，写入清单和摘要', done: built, now: running && !built },
    { title: '记入台账，通知秘书处', done: built, now: false },
  ];
  const done = steps.filter((step) => step.done).length;
  return { lines: steps, done, total: steps.length };
}
