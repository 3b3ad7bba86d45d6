import { z } from 'zod';
import { type ImportReport, ImportUnitsUseCase, rosterTable } from '../../directory/index.js';
import { ContentStore } from '../../files/index.js';
import { InvalidInput, NotFound, parseInput, secretariat } from '../../platform/index.js';
import { form, nothing, OnPage, page, PageController, type PageInput, seeOther } from '../../web/index.js';
import { readChoice, sheetChoiceShape } from '../../sheets/index.js';
import { choiceFieldsOf, type DialogueInput, dialogueShape, dialogueView } from '../sheets/index.js';
import { SettingsPages, settingsPath } from './settings-pages.js';

const base = '/c/:compilationId/settings/units/import';

const routes = {
  choose: page(base, { by: secretariat }),
  try: form(base, { by: secretariat, body: nothing, file: true }),
  tried: page(`${base}/:digest`, { by: secretariat, query: dialogueShape(rosterTable) }),
  take: form(`${base}/:digest`, { by: secretariat, body: z.object(dialogueShape(rosterTable)) }),
};

/** What is a table shows from the bytes; the name decides only how another file is refused. */
const fileName = '名册';

/** Takes the roster from a file: first a dry run, kept under the file's digest so that it is chosen once. */
@PageController()
export class RosterImportController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly importUnits: ImportUnitsUseCase,
    private readonly store: ContentStore,
  ) {}

  @OnPage(routes.choose)
  choose(input: PageInput<typeof routes.choose>) {
    const action = settingsPath(input.params.compilationId, 'units', 'import');
    return this.pages.show('units', 'roster-import', '导入名册', { action }, input);
  }

  /** A file that is no table is refused before it is kept. */
  @OnPage(routes.try)
  async try({ params, file }: PageInput<typeof routes.try>) {
    if (file === null) throw new InvalidInput('请先选择名册文件（.xlsx或者.csv）。', 'file-missing');
    await this.importUnits.preview(params.compilationId, { bytes: file.bytes, fileName: file.name });
    const { sha256 } = await this.store.put(file.bytes);
    return seeOther(settingsPath(params.compilationId, 'units', 'import', sha256));
  }

  @OnPage(routes.tried)
  async tried(input: PageInput<typeof routes.tried>) {
    const { compilationId, digest } = input.params;
    const typed = input.query as DialogueInput;
    const roster = { bytes: await this.kept(digest), fileName, choice: choiceOf(typed) };
    const report = await this.importUnits.preview(compilationId, roster);
    const view = {
      ...reportView(report),
      dialogue: dialogueView(rosterTable, report, typed),
      digest,
      action: settingsPath(compilationId, 'units', 'import', digest),
      again: settingsPath(compilationId, 'units', 'import'),
    };
    return this.pages.show('units', 'roster-tried', '试导入结果', view, input);
  }

  @OnPage(routes.take)
  async take({ params, body, actor }: PageInput<typeof routes.take>) {
    const { compilationId, digest } = params;
    const choice = choiceOf(body as DialogueInput);
    const roster = { bytes: await this.kept(digest), fileName, choice };
    const { created, updated, unchanged } = await this.importUnits.execute(compilationId, actor, roster);
    const done = `已导入名册：新增${created.length}家，更改${updated.length}家，未变${unchanged}家。`;
    return seeOther(settingsPath(compilationId, 'units'), done);
  }

  private async kept(digest: string): Promise<Buffer> {
    const known = /^[0-9a-f]{64}$/.test(digest) && (await this.store.exists(digest));
    if (!known) throw new NotFound('试导入的文件', digest);
    return this.store.read(digest);
  }
}

const choiceSchema = z.object(sheetChoiceShape).loose();

/** The page's own fields have been checked; here they become what every door knows. */
function choiceOf(typed: DialogueInput) {
  const { takeHidden, confirmed, ...fields } = choiceFieldsOf(rosterTable, typed);
  const flags = { takeHidden: String(takeHidden === true), confirmed: String(confirmed === true) };
  return readChoice(rosterTable, parseInput(choiceSchema, { ...fields, ...flags }));
}

function reportView({ created, updated, unchanged, errors, warnings, sample }: ImportReport) {
  return {
    sample,
    created,
    updated: updated.map(({ row, name, changes }) => ({
      row,
      name,
      changes: changes.map(({ column, from, to }) => ({
        column,
        from: from || '（空）',
        to: to || '（空）',
      })),
    })),
    unchanged,
    errors,
    warnings,
    rows: created.length + updated.length + unchanged,
  };
}
