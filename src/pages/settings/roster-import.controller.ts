import { z } from 'zod';
import { type ImportReport, importUnits, rosterTable, TryUnitsQuery } from '../../directory/index.js';
import { ActRunner } from '../../engine/index.js';
import { InvalidInput, secretariat } from '../../platform/index.js';
import { UploadShelf } from '../../uploads/index.js';
import { form, nothing, OnPage, page, PageController, type PageInput, seeOther } from '../../web/index.js';
import {
  choiceFieldsOf,
  choiceOf,
  type DialogueInput,
  dialogueShape,
  dialogueView,
} from '../sheets/index.js';
import { SettingsPages, settingsPath } from './settings-pages.js';

const base = '/c/:compilationId/settings/units/import';

const routes = {
  choose: page(base, { by: secretariat }),
  try: form(base, { by: secretariat, body: nothing, file: true }),
  tried: page(`${base}/:upload`, { by: secretariat, query: dialogueShape(rosterTable) }),
  take: form(`${base}/:upload`, {
    by: secretariat,
    body: z.object(dialogueShape(rosterTable)),
    act: importUnits,
  }),
};

/** Takes the roster from a file: first a dry run, kept for the button below it so that the file is chosen once. */
@PageController()
export class RosterImportController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly tryUnits: TryUnitsQuery,
    private readonly runner: ActRunner,
    private readonly shelf: UploadShelf,
  ) {}

  @OnPage(routes.choose)
  choose(input: PageInput<typeof routes.choose>) {
    const action = settingsPath(input.params.compilationId, 'units', 'import');
    return this.pages.show('units', 'roster-import', '导入名册', { action }, input);
  }

  /** A file that is no table is refused before it is kept. */
  @OnPage(routes.try)
  async try({ params, file, actor }: PageInput<typeof routes.try>) {
    if (file === null) throw new InvalidInput('请先选择名册文件（.xlsx或者.csv）。', 'file-missing');
    await this.tryUnits.execute(params.compilationId, { bytes: file.bytes, fileName: file.name });
    const upload = await this.shelf.keep(actor.id, file);
    return seeOther(settingsPath(params.compilationId, 'units', 'import', upload));
  }

  @OnPage(routes.tried)
  async tried(input: PageInput<typeof routes.tried>) {
    const { compilationId, upload } = input.params;
    const typed = input.query as DialogueInput;
    const { bytes, name } = await this.shelf.find(input.actor.id, upload);
    const roster = { bytes, fileName: name, choice: choiceOf(rosterTable, typed) };
    const report = await this.tryUnits.execute(compilationId, roster);
    const view = {
      ...reportView(report),
      dialogue: dialogueView(rosterTable, report, typed),
      fileName: name,
      action: settingsPath(compilationId, 'units', 'import', upload),
      again: settingsPath(compilationId, 'units', 'import'),
    };
    return this.pages.show('units', 'roster-tried', '试导入结果', view, input);
  }

  @OnPage(routes.take)
  async take({ params, body, actor }: PageInput<typeof routes.take>) {
    const { compilationId, upload } = params;
    const choice = choiceFieldsOf(rosterTable, body as DialogueInput);
    const file = await this.shelf.find(actor.id, upload);
    const who = { compilationId, actor };
    const { created, updated, unchanged } = await this.runner.perform(importUnits, who, choice, { file });
    await this.shelf.forget(upload);
    const done = `已导入名册：新增${created.length}家，更改${updated.length}家，未变${unchanged}家。`;
    return seeOther(settingsPath(compilationId, 'units'), done);
  }
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
