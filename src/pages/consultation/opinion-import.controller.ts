import { z } from 'zod';
import {
  type ImportedOpinions,
  importOpinions,
  opinionChoiceShape,
  opinionTable,
  readOpinionChoice,
  TryOpinionsQuery,
} from '../../consultation/index.js';
import { ActRunner, type Sent } from '../../engine/index.js';
import { InvalidInput, parseInput, secretariat } from '../../platform/index.js';
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
import { choiceFieldsOf, type DialogueInput, dialogueShape } from '../sheets/index.js';
import { consultationNav, consultationPath, inConsultation } from './consultation-nav.js';
import { inboxPath } from './opinion-filter.js';
import { triedView } from './opinion-import-view.js';

const imports = `${inConsultation}/import` as const;
const { channel, outsiders, blankProposer } = opinionChoiceShape;
const choices = { ...dialogueShape(opinionTable), channel, outsiders, blankProposer };

const routes = {
  choose: page(imports, { by: secretariat }),
  preview: form(`${imports}/preview`, { by: secretariat, body: nothing, file: true }),
  tried: page(`${imports}/:upload`, { by: secretariat, query: choices }),
  take: form(imports, {
    by: secretariat,
    body: z.object({ upload: idSchema, ...choices }),
    act: importOpinions,
  }),
};

/** A spreadsheet of opinions: tried first, with everything doubtful listed and changeable, then taken whole. */
@PageController()
export class OpinionImportPages {
  constructor(
    private readonly tryOpinions: TryOpinionsQuery,
    private readonly runner: ActRunner,
    private readonly shelf: UploadShelf,
  ) {}

  @OnPage(routes.choose)
  choose({ params }: PageInput<typeof routes.choose>) {
    return show('consultation/import', commonOf(params.compilationId), {
      title: '导入意见',
      nav: 'consultation',
    });
  }

  /** A file that is no table is refused before it is kept; what was kept is found again when the page is reloaded. */
  @OnPage(routes.preview)
  async preview({ params, file, actor }: PageInput<typeof routes.preview>) {
    if (file === null) throw new InvalidInput('请选择意见表文件。', 'no-file');
    await this.tryOpinions.execute(params.compilationId, { bytes: file.bytes, fileName: file.name });
    const upload = await this.shelf.keep(actor.id, file);
    return seeOther(`${consultationPath(params.compilationId)}/import/${upload}`);
  }

  @OnPage(routes.tried)
  async tried({ params, query, actor }: PageInput<typeof routes.tried>) {
    const { compilationId, upload } = params;
    const file = await this.shelf.find(actor.id, upload);
    const typed = query as DialogueInput;
    const choice = readOpinionChoice(parseInput(importOpinions.input, choiceOf(typed)));
    const opinions = { bytes: file.bytes, fileName: file.name, ...choice };
    const report = await this.tryOpinions.execute(compilationId, opinions);
    const action = `${consultationPath(compilationId)}/import/${upload}`;
    const view = { ...commonOf(compilationId), ...triedView(report, typed, file.name), upload, action };
    return show('consultation/import-tried', view, { title: '试导入意见', nav: 'consultation' });
  }

  @OnPage(routes.take)
  async take({ params, body, actor }: PageInput<typeof routes.take>) {
    const { compilationId } = params;
    const { upload, ...typed } = body as { upload: string } & DialogueInput;
    const file = await this.shelf.find(actor.id, upload);
    const who = { compilationId, actor };
    const done = await this.runner.perform(importOpinions, who, choiceOf(typed), { file });
    await this.shelf.forget(upload);
    return seeOther(inboxPath(compilationId, { state: 'received' }), saidOf(done));
  }
}

/** The page's own fields have been checked; here they become what every door knows. */
function choiceOf(typed: DialogueInput): Sent<typeof importOpinions> {
  const { channel, outsiders, blankProposer } = typed;
  return { ...choiceFieldsOf(opinionTable, typed), channel, outsiders, blankProposer } as Sent<
    typeof importOpinions
  >;
}

function saidOf(done: ImportedOpinions): string {
  const { valid, first, last, already, answered } = done;
  const fresh = valid - already;
  const said = [
    first === null ? '文件中没有意见' : `已导入${fresh}件意见，文件中的编号为${first}至${last}`,
    already === 0 ? '' : `其中${already}件此前已从同一文件登记，没有重复登记`,
    answered === 0 ? '' : `${answered}家单位记为已回函“无意见”`,
  ];
  return `${said.filter((part) => part !== '').join('；')}。`;
}

const commonOf = (compilationId: string) => ({
  nav: consultationNav(compilationId, 'import'),
  path: `${consultationPath(compilationId)}/import`,
});
