import { Injectable } from '@nestjs/common';
import { submissionTitles, visitTitles } from '../../materials/index.js';
import { type TraceKind, type TraceSource } from '../../drafts/index.js';
import { Database } from '../../platform/index.js';

export const traceWords: Record<TraceKind, string> = {
  submission: '报送材料',
  visit: '调研走访',
  opinion: '意见',
  expertPoint: '论证意见',
  plenaryPoint: '审议意见',
  municipalPoint: '市政府退回意见',
};

/** What the clauses of a version came from, by name where a source has one. */
@Injectable()
export class SourceTitles {
  constructor(private readonly database: Database) {}

  of(traces: readonly TraceSource[]): Promise<Map<string, string>> {
    const ids = (kind: TraceKind) =>
      traces.filter(({ sourceKind }) => sourceKind === kind).map(({ sourceId }) => sourceId);
    return this.database.read(async (reader) => {
      const submissions = await submissionTitles(reader, ids('submission'));
      return new Map([...submissions, ...(await visitTitles(reader, ids('visit')))]);
    });
  }
}

/** The sources of one clause: those with a name one by one, the others counted by kind. */
export function sourcesView(traces: readonly TraceSource[], titles: ReadonlyMap<string, string>) {
  const named = traces.flatMap(({ sourceId }) => {
    const title = titles.get(sourceId);
    return title === undefined ? [] : [{ title }];
  });
  const others = traces.filter(({ sourceId }) => !titles.has(sourceId));
  const kinds = [...new Set(others.map(({ sourceKind }) => sourceKind))];
  const counted = kinds.map((kind) => {
    const count = others.filter(({ sourceKind }) => sourceKind === kind).length;
    return { title: `${traceWords[kind]}${count}条` };
  });
  return [...named, ...counted];
}
