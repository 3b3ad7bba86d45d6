import { Injectable } from '@nestjs/common';
import { formatDateTime } from '../../calendar/index.js';
import { type LedgerVerdict } from '../../compilation/index.js';
import { type ChainEntry, type ChainFault, LedgerQuery } from '../../ledger/index.js';
import { roleTitles } from '../../platform/index.js';
import { areaPath } from '../frame/navigation.js';
import { actTitle, actTypes } from '../words/act-titles.js';
import { stepTitle } from '../words/plan-words.js';
import { filterOf, type LedgerSearch, searchPath } from './ledger-filter.js';
import { PartyNames } from '../words/party-names.js';
import { factsOf, movesOf } from './payload-view.js';

const entriesAPage = 50;

const faults: Record<ChainFault, string> = {
  edit: '内容与摘要不符，已被改动',
  gap: '之前缺少条目',
  reorder: '次序颠倒',
  fork: '没有接在前一条之后',
  truncation: '链条在已登记的末尾之前断掉',
  clock: '时间早于前一条',
  genesis: '不是合规的首条',
  malformed: '不是台账条目',
  form: '不是规范的写法（多出、重复或者改写了成员）',
  foreign: '属于另一个编制项目',
  empty: '没有条目',
  anchor: '与另外记下的摘要不符',
};

/** What the pages of the ledger show, ready to print. */
@Injectable()
export class LedgerPage {
  constructor(
    private readonly ledger: LedgerQuery,
    private readonly parties: PartyNames,
  ) {}

  async list(compilationId: string, search: LedgerSearch): Promise<object> {
    const base = areaPath(compilationId, 'ledger');
    const filter = filterOf(search);
    const head = await this.ledger.head(compilationId);
    const found = await this.ledger.count(compilationId, filter);
    const page = { ...filter, before: search.before, limit: entriesAPage };
    const entries = await this.ledger.latest(compilationId, page);
    const titleOf = await this.parties.titles();
    const last = entries.at(-1)?.seq ?? 1;
    const filtered = Object.values(filter).some((value) => value !== undefined);
    return {
      base,
      verification: `${base}/verification`,
      exportPath: `${base}/export`,
      sentence: sentenceOf(head.seq, found, filtered),
      head: { seq: head.seq, hash: head.hash },
      filtered,
      search: { text: search.text, from: search.from ?? '', until: search.until ?? '' },
      types: actTypes().map(({ type, title }) => ({ type, title, chosen: type === search.type })),
      posts: postsOf(search.by),
      entries: entries.map((entry) => lineOf(base, entry, titleOf)),
      first: search.before === undefined ? null : base,
      older: entries.length < entriesAPage || last === 1 ? null : searchPath(base, search, last),
    };
  }

  async entry(compilationId: string, seq: number): Promise<object> {
    const base = areaPath(compilationId, 'ledger');
    const entry = await this.ledger.entry(compilationId, seq);
    const head = await this.ledger.head(compilationId);
    const titleOf = await this.parties.titles();
    return {
      ...lineOf(base, entry, titleOf),
      base,
      type: entry.type,
      actorId: entry.actor,
      hash: entry.hash,
      prevHash: entry.prevHash,
      facts: factsOf(entry.payload, await this.parties.posts()),
      moves: movesOf(entry),
      raw: JSON.stringify(entry, null, 2),
      earlier: seq > 1 ? `${base}/entries/${seq - 1}` : null,
      later: seq < head.seq ? `${base}/entries/${seq + 1}` : null,
    };
  }

  verdict(
    compilationId: string,
    { ok, entries, head, firstBad, anchoredTo, replay, rows, files }: LedgerVerdict,
  ): object {
    const base = areaPath(compilationId, 'ledger');
    const fault = firstBad && `第${firstBad.seq}号${faults[firstBad.kind]}`;
    return {
      base,
      ok,
      entries,
      head: head ?? '无',
      chain: { ok: firstBad === null, fault },
      anchor: anchoredTo === null ? null : `与此前锚定的第${anchoredTo}号一致`,
      rows,
      files,
      replay: { ok: replay.ok, compared: replay.compared, differing: replay.differing.slice(0, 20) },
      exportPath: `${base}/export`,
    };
  }
}

function sentenceOf(all: number, found: number, filtered: boolean): string {
  if (!filtered) return `台账共${all}条，记到第${all}号。`;
  return found === 0 ? `没有符合条件的条目，台账共${all}条。` : `找到${found}条，台账共${all}条。`;
}

const postsOf = (chosen: string) =>
  Object.entries({ ...roleTitles, leadingGroup: '领导小组', system: '系统' }).map(([kind, title]) => ({
    kind,
    title,
    chosen: kind === chosen,
  }));

function lineOf(
  base: string,
  { seq, at, actor, type, hash, payload }: ChainEntry,
  titleOf: (a: string) => string,
) {
  return {
    seq,
    at: formatDateTime(Date.parse(at)),
    actor: titleOf(actor),
    title: titleOfAct(type, payload),
    short: `${hash.slice(0, 6)}…${hash.slice(-4)}`,
    href: `${base}/entries/${seq}`,
  };
}

/** A step of the compilation says which step it was. */
function titleOfAct(type: string, payload: unknown): string {
  if (type !== 'compilation.advanced') return actTitle(type);
  return `${actTitle(type)}：${stepTitle(payload) ?? ''}`;
}
