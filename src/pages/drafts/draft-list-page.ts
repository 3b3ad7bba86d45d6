import { Injectable } from '@nestjs/common';
import { formatDateTime } from '../../calendar/index.js';
import { type DraftVersion, DraftsQuery } from '../../drafts/index.js';
import { areaPath } from '../frame/navigation.js';
import { CompilationQuery } from '../../compilation/index.js';
import { draftsNav } from './drafts-nav.js';
import { originWords, revisionName, stateWords } from './version-names.js';

/** 文稿: the chain of versions, and every revision of each. */
@Injectable()
export class DraftListPage {
  constructor(
    private readonly drafts: DraftsQuery,
    private readonly compilations: CompilationQuery,
  ) {}

  async view(compilationId: string): Promise<object> {
    const versions = await this.drafts.versions(compilationId);
    const { tasks } = await this.drafts.basis(compilationId);
    const { plan } = await this.compilations.standing(compilationId);
    const working = versions.find(({ state }) => state === 'working') ?? null;
    const base = areaPath(compilationId, 'drafts');
    const rows = versions.map((version, index) => rowOf(base, version, versions[index - 1]));
    return {
      nav: draftsNav(compilationId, 'versions'),
      sentence: sentenceOf(versions, working),
      chain: plan.versions.map((name) => linkOf(name, versions)),
      versions: rows.reverse(),
      working: working && {
        name: revisionName(working),
        href: `${base}/${working.id}`,
        unconfirmed: working.confirmedAt === null && working.doubts > 0,
        doubts: working.doubts,
      },
      importPath: `${base}/import`,
      openTasks: tasks.filter(({ closedAt }) => closedAt === null).length,
      basisPath: `${base}/basis`,
    };
  }
}

function sentenceOf(versions: readonly DraftVersion[], working: DraftVersion | null): string {
  const frozen = versions.filter(({ state }) => state === 'frozen').at(-1);
  const before = frozen === undefined ? '尚无定稿' : `最近定稿的是${frozen.name}`;
  if (working === null) return `${before}，当前步骤没有可以修改的文稿。`;
  const doubtful = working.confirmedAt === null && working.doubts > 0;
  const left = doubtful ? `，条款拆分有${working.doubts}处待确认` : '';
  return `${before}，正在修改${working.name}${left}。`;
}

/** One link of the plan's chain of versions. */
function linkOf(name: string, versions: readonly DraftVersion[]) {
  const own = versions.filter((version) => version.name === name);
  const frozen = own.filter(({ state }) => state === 'frozen').at(-1);
  const working = own.some(({ state }) => state === 'working');
  const kind = working ? 'now' : frozen === undefined ? 'ahead' : 'done';
  const word = working ? '正在修改' : frozen === undefined ? '尚未形成' : '已定稿';
  return { name, kind, word, done: kind === 'done' };
}

function rowOf(base: string, version: DraftVersion, earlier: DraftVersion | undefined) {
  const { id, state, origin, doubts, confirmedAt, digest, createdAt, frozenAt } = version;
  return {
    name: revisionName(version),
    href: `${base}/${id}`,
    ...stateWords[state],
    origin: originWords[origin],
    createdAt: formatDateTime(createdAt),
    frozenAt: frozenAt === null ? null : formatDateTime(frozenAt),
    digest,
    doubts,
    confirmedAt: confirmedAt === null ? null : formatDateTime(confirmedAt),
    unchangedReason: version.unchangedReason,
    compare: earlier === undefined ? null : `${base}/compare?earlier=${earlier.id}&later=${id}`,
  };
}
