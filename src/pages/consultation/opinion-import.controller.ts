import { z } from 'zod';
import { channels, ImportOpinionsUseCase, type RowNote } from '../../consultation/index.js';
import { InvalidInput, secretariat } from '../../platform/index.js';
import {
  form,
  idSchema,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { UploadShelf } from '../drafts/upload-shelf.js';
import { consultationNav, consultationPath, inConsultation } from './consultation-nav.js';
import { inboxPath } from './opinion-filter.js';

const imports = `${inConsultation}/import` as const;
const channelField = z.string().default('');
const rowsShown = 500;

const routes = {
  choose: page(imports, { by: secretariat }),
  preview: form(`${imports}/preview`, {
    by: secretariat,
    body: z.object({ channel: channelField }),
    file: true,
  }),
  take: form(imports, { by: secretariat, body: z.object({ upload: idSchema, channel: channelField }) }),
};

/** A spreadsheet of opinions: tried first with every bad row listed, then taken whole. */
@PageController()
export class OpinionImportPages {
  constructor(
    private readonly importOpinions: ImportOpinionsUseCase,
    private readonly shelf: UploadShelf,
  ) {}

  @OnPage(routes.choose)
  choose({ params }: PageInput<typeof routes.choose>) {
    const view = { ...commonOf(params.compilationId), tried: null };
    return show('consultation/import', view, { title: '导入意见', nav: 'consultation' });
  }

  @OnPage(routes.preview)
  async preview({ params, body, file, actor }: PageInput<typeof routes.preview>) {
    if (file === null) throw new InvalidInput('请选择意见表文件。', 'no-file');
    const opinions = { bytes: file.bytes, fileName: file.name, channel: orNull(body.channel) };
    const { valid, errors, warnings } = await this.importOpinions.preview(params.compilationId, opinions);
    const tried = {
      fileName: file.name,
      valid,
      errorCount: errors.length,
      warningCount: warnings.length,
      notes: [...noted('有误', errors), ...noted('提示', warnings)].slice(0, rowsShown),
      shown: rowsShown,
      channel: body.channel,
      upload: errors.length === 0 && valid > 0 ? this.shelf.keep(actor.id, file) : null,
    };
    const view = { ...commonOf(params.compilationId), tried };
    return show('consultation/import', view, { title: '导入意见', nav: 'consultation' });
  }

  @OnPage(routes.take)
  async take({ params, body, actor }: PageInput<typeof routes.take>) {
    const { compilationId } = params;
    const file = this.shelf.find(actor.id, body.upload);
    const opinions = { bytes: file.bytes, fileName: file.name, channel: orNull(body.channel) };
    const { valid, first, last } = await this.importOpinions.execute(compilationId, actor, opinions);
    this.shelf.forget(body.upload);
    const said = first === null ? '文件中没有意见。' : `已导入${valid}件意见，编号${first}至${last}。`;
    return seeOther(inboxPath(compilationId, { state: 'received' }), said);
  }
}

const orNull = (value: string) => channels.find((channel) => channel === value) ?? null;

const commonOf = (compilationId: string) => ({
  nav: consultationNav(compilationId, 'import'),
  path: `${consultationPath(compilationId)}/import`,
  channels: channels.map((name) => ({ name })),
});

const noted = (kind: string, notes: readonly RowNote[]) =>
  notes.map(({ row, sentence }) => ({ row, sentence, kind, blocks: kind === '有误' }));
