import { z } from 'zod';
import { dispositionTable, returnTable, TryReturnQuery } from '../../consultation/index.js';
import { ActRunner, type Sent } from '../../engine/index.js';
import { InvalidInput, secretariat } from '../../platform/index.js';
import { UploadShelf } from '../../uploads/index.js';
import {
  form,
  idSchema,
  nothing,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { choiceFieldsOf, choiceOf, type DialogueInput, dialogueShape } from '../sheets/index.js';
import { consultationNav, consultationPath, inConsultation } from './consultation-nav.js';
import { inboxPath } from './opinion-filter.js';
import { returnedView } from './table-return-view.js';

const returns = `${inConsultation}/disposition-table/return` as const;
const choices = dialogueShape(dispositionTable);
const { skipRefused } = returnTable.input.shape;

const routes = {
  choose: page(returns, { by: secretariat }),
  preview: form(`${returns}/preview`, { by: secretariat, body: nothing, file: true }),
  tried: page(`${returns}/:upload`, { by: secretariat, query: choices }),
  take: form(returns, {
    by: secretariat,
    body: z.object({ upload: idSchema, skipRefused, ...choices }),
    act: returnTable,
  }),
};

/** 征求意见汇总处理表 comes back filled in: tried first, row by row, then taken as one act. */
@PageController()
export class TableReturnPages {
  constructor(
    private readonly tryReturn: TryReturnQuery,
    private readonly runner: ActRunner,
    private readonly shelf: UploadShelf,
  ) {}

  @OnPage(routes.choose)
  choose({ params }: PageInput<typeof routes.choose>) {
    const { compilationId } = params;
    const view = {
      ...commonOf(compilationId),
      table: `${consultationPath(compilationId)}/disposition-table`,
    };
    return show('consultation/return', view, { title: '交回处理表', nav: 'consultation' });
  }

  /** A file that is no table is refused before it is kept; what was kept is found again when the page is reloaded. */
  @OnPage(routes.preview)
  async preview({ params, file, actor }: PageInput<typeof routes.preview>) {
    if (file === null) throw new InvalidInput('请选择填好的汇总处理表。', 'no-file');
    await this.tryReturn.execute(params.compilationId, { bytes: file.bytes, fileName: file.name });
    const upload = await this.shelf.keep(actor.id, file);
    return seeOther(`${returnPath(params.compilationId)}/${upload}`);
  }

  @OnPage(routes.tried)
  async tried({ params, query, actor }: PageInput<typeof routes.tried>) {
    const { compilationId, upload } = params;
    const { bytes, name } = await this.shelf.find(actor.id, upload);
    const typed = query as DialogueInput;
    const choice = choiceOf(dispositionTable, typed);
    const report = await this.tryReturn.execute(compilationId, { bytes, fileName: name, choice });
    const action = `${returnPath(compilationId)}/${upload}`;
    const view = { ...commonOf(compilationId), ...returnedView(report, typed, name), upload, action };
    return show('consultation/return-tried', view, { title: '试交回处理表', nav: 'consultation' });
  }

  @OnPage(routes.take)
  async take({ params, body, actor }: PageInput<typeof routes.take>) {
    const { compilationId } = params;
    const { upload, ...typed } = body as { upload: string } & DialogueInput;
    const file = await this.shelf.find(actor.id, upload);
    const order = {
      ...choiceFieldsOf(dispositionTable, typed),
      skipRefused: typed.skipRefused,
    } as Sent<typeof returnTable>;
    const who = { compilationId, actor };
    const { changes, refusals } = await this.runner.perform(returnTable, who, order, { file });
    await this.shelf.forget(upload);
    const passed = refusals.length === 0 ? '' : `；${refusals.length}行不能办理，没有办理`;
    return seeOther(
      inboxPath(compilationId, { state: 'disposed' }),
      `已按交回的表办理${changes.length}件，均待复核${passed}。`,
    );
  }
}

const returnPath = (compilationId: string) => `${consultationPath(compilationId)}/disposition-table/return`;

const commonOf = (compilationId: string) => ({
  nav: consultationNav(compilationId, 'return'),
  path: returnPath(compilationId),
});
