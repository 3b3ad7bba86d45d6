import { type ChainEntry } from '../../ledger/index.js';
import { type Json, type JsonObject } from '../../platform/index.js';
import { planWord } from '../words/plan-words.js';
import { shippedCharts } from '../../engine/index.js';

/** What an act notes beside its transitions, in words. What is not here is shown by its own name. */
const fieldTitles: Record<string, string> = {
  algorithm: '摘要算法',
  answer: '答复',
  about: '关于',
  clauseId: '条款编号',
  conclusion: '结论',
  conflict: '利害关系',
  contentDigest: '内容摘要',
  correctedBy: '更正件',
  corrects: '原登记',
  count: '数量',
  disposition: '处理意见',
  draftDigest: '文稿摘要',
  draftVersion: '文稿版本',
  dissentingViews: '不同意见（条）',
  endsAt: '结束时间',
  fileDigest: '扫描件摘要',
  handler: '承办',
  id: '编号',
  ids: '编号',
  inviteeId: '参会人编号',
  invited: '邀请',
  issued: '下达',
  kind: '种类',
  method: '方式',
  number: '序号',
  opinionIds: '意见编号',
  packet: '报批材料',
  present: '到会',
  publishedFromPacket: '所依据的报批材料',
  reason: '事由',
  recommendation: '论证结论建议',
  recorded: '已登记',
  response: '答复',
  round: '轮次',
  rows: '行数',
  section: '节',
  sequence: '日程序号',
  sha256: 'SHA-256',
  size: '大小（字节）',
  sm3: 'SM3',
  sourcesDigest: '来源摘要',
  startsAt: '开始时间',
  state: '到达状态',
  step: '步骤',
  submissionId: '报送编号',
  textDigest: '文字摘要',
  withdrawnAnswer: '撤回的答复',
  withdrawnConclusion: '撤销的结论',
  withdrawnDigest: '撤回内容的摘要',
  withdrawnPresent: '撤销到会登记的参会人',
};

/** Facts that name a post by its id; people read what it is called. */
const naming = new Set(['handler', 'post']);

/** Shown on their own, or read by the verifier alone: digests by rows. */
const forTheVerifier = new Set(['transitions', 'rowDigests', 'sharedRowDigests', 'auditedTables']);

const listed = 12;

/** The facts of an entry, one a line; `transitions` are shown on their own. */
export function factsOf(payload: Json, postName: (id: string) => string): { title: string; value: string }[] {
  const facts = Object.entries(payload as JsonObject).filter(([name]) => !forTheVerifier.has(name));
  return facts.map(([name, value]) => ({
    title: fieldTitles[name] ?? name,
    value: naming.has(name)
      ? postName(String(value))
      : name === 'step' || name === 'state'
        ? planWord(String(value))
        : wordOf(value as Json),
  }));
}

function wordOf(value: Json): string {
  if (value === null || value === '') return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) {
    const shown = value.slice(0, listed).map(wordOf).join('、');
    return value.length > listed ? `${shown}等${value.length}项` : shown || '无';
  }
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, member]) => `${fieldTitles[name] ?? name}：${wordOf(member as Json)}`)
    .join('；');
}

interface Transition {
  instance: string;
  definition: string;
  event: { type?: string } | null;
  from: string | null;
  to: string;
}

export interface MoveView {
  what: string;
  event: string;
  from: string;
  to: string;
  count: number;
  instances: string;
}

/** Transitions in the words of their definitions; those that are alike are counted together. */
export function movesOf({ payload }: ChainEntry): MoveView[] {
  const { transitions = [] } = payload as unknown as { transitions?: Transition[] };
  const groups = new Map<string, Transition[]>();
  for (const move of transitions) {
    const key = [move.definition, move.event?.type, move.from, move.to].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), move]);
  }
  return [...groups.values()].map(moveView);
}

function moveView(moves: Transition[]): MoveView {
  const [{ definition: id, event, from, to }] = moves;
  const definition = shippedCharts().find((known) => known.id === id);
  const state = (path: string) => definition?.stateTitles[path] ?? path;
  const instances = moves.slice(0, listed).map(({ instance }) => instance);
  return {
    what: definition?.title ?? id,
    event: event?.type === undefined ? '建立' : (definition?.eventTitles[event.type] ?? event.type),
    from: from === null ? '（无）' : state(from),
    to: state(to),
    count: moves.length,
    instances: instances.join('、') + (moves.length > listed ? ' 等' : ''),
  };
}
