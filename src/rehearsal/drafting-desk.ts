import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  confirmDraft,
  DraftsQuery,
  editClause,
  type ImportedDraft,
  importDraft,
  readOutcomes,
} from '../drafts/index.js';
import { Database, seedsFolder } from '../platform/index.js';
import { office, type Stage } from './stage.js';

/** Imports one of the six rehearsal texts (or a change of it) as the working revision and confirms its split. */
export async function importText(
  stage: Stage,
  file: string,
  change: (text: string) => string = (text) => text,
): Promise<ImportedDraft> {
  const text = change(await readFile(join(seedsFolder, 'drafts', file), 'utf8'));
  const imported = await stage.perform(importDraft, office, { format: 'markdown', text });
  const { draftVersionId } = imported;
  await stage.perform(confirmDraft, office, { draftVersionId });
  for (const [clauseId, sentence] of stage.amendments) await writeInto(stage, clauseId, sentence);
  stage.tell(`导入${imported.name}第${imported.revision}稿，共${imported.clauses}条`);
  return imported;
}

/**
 * Changes a clause for the sake of those who asked for it. The six texts do not know of it, so that it is written into
 * each that is imported afterwards.
 */
export async function amendClause(stage: Stage, clauseId: string, sentence: string): Promise<void> {
  stage.amendments.set(clauseId, sentence);
  await writeInto(stage, clauseId, sentence);
}

async function writeInto(stage: Stage, clauseId: string, sentence: string): Promise<void> {
  const clause = await stage.get(DraftsQuery).editable(stage.compilationId, clauseId);
  if (clause === null || clause.text.includes(sentence)) return;
  const { revision, title, text } = clause;
  const edit = { clauseId, revision, title, text: text + sentence };
  await stage.perform(editClause, office, edit);
}

/** Ids of the articles of the newest revision. */
export async function clauseIds(stage: Stage): Promise<string[]> {
  const query = stage.get(DraftsQuery);
  const versions = await query.versions(stage.compilationId);
  const { clauses } = await query.view(stage.compilationId, versions[versions.length - 1].id);
  return clauses.filter(({ level }) => level === 2).map(({ clauseId }) => clauseId);
}

/** Ids of the articles that the working revision changed since what was frozen last. */
export async function changedClauseIds(stage: Stage): Promise<string[]> {
  const { compilationId } = stage;
  const versions = await stage.get(DraftsQuery).versions(compilationId);
  const frozen = versions.findLast(({ state }) => state === 'frozen');
  const working = versions.findLast(({ state }) => state === 'working');
  if (frozen === undefined || working === undefined) return [];
  const ids = await clauseIds(stage);
  const outcomes = await stage.get(Database).read((reader) => readOutcomes(reader, frozen.id, working.id));
  return ids.filter((id) => outcomes.of(id).changed);
}
