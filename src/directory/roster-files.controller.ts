import { z } from 'zod';
import { readChoice, sheetChoiceShape } from '../sheets/index.js';
import { ApiController, download, inCompilation, type InputOf, mediaTypes } from '../web/index.js';
import { read, Route, write } from '../web/index.js';
import { rosterReportView } from './directory.views.js';
import { ExportUnitsQuery, rosterFormatSchema } from './export-units.query.js';
import { rosterFile, TryUnitsQuery } from './import-units.use-case.js';
import { rosterTable } from './roster/index.js';

const units = `${inCompilation}/units` as const;
const upload = {
  file: rosterFile,
  body: z.object(sheetChoiceShape),
  example: { headerRow: '2', columns: 'name=B,liaison=E', confirmed: 'true' as const },
};

const routes = {
  preview: write(`${units}/import/preview`, {
    summary: '试导入单位名册：逐行列出将作的改动和错误，不改动名册',
    ...upload,
    response: rosterReportView,
  }),
  export: read(`${units}/export`, {
    summary: '导出单位名册',
    query: { format: rosterFormatSchema.default('xlsx') },
    produces: mediaTypes.xlsx,
  }),
};

@ApiController('单位名录')
export class RosterFilesController {
  constructor(
    private readonly tryUnits: TryUnitsQuery,
    private readonly exportUnits: ExportUnitsQuery,
  ) {}

  @Route(routes.preview)
  preview({ params, body, file }: InputOf<typeof routes.preview>) {
    const choice = readChoice(rosterTable, body);
    const roster = { bytes: file.bytes, fileName: file.name, choice };
    return this.tryUnits.execute(params.compilationId, roster);
  }

  @Route(routes.export)
  async export({ query }: InputOf<typeof routes.export>) {
    const content = await this.exportUnits.export(query.format);
    return download(content, mediaTypes[query.format], `单位名册.${query.format}`);
  }
}
