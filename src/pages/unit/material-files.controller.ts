import { z } from 'zod';
import { ContentStore } from '../../files/index.js';
import { ActRunner } from '../../engine/index.js';
import {
  SubmissionsQuery,
  TryMaterialQuery,
  uploadCoverLetter,
  uploadMaterial,
} from '../../materials/index.js';
import { InvalidInput, ServerKey } from '../../platform/index.js';
import {
  form,
  mediaTypes,
  nothing,
  OnPage,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { materialFormView } from './material-form-view.js';
import { scopeOf } from './unit-scope.js';

const by = ['unit'] as const;
const replace = z.enum(['yes', 'no']).default('no');
const replaceWords = { yes: 'true', no: 'false' } as const;
const kept = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  seal: z.string(),
  replace,
});
const routes = {
  read: form('/unit/:obligationId/document', { by, body: z.object({ replace }), file: true }),
  keep: form('/unit/:obligationId/document/keep', { by, body: kept, act: uploadMaterial }),
  coverLetter: form('/unit/:obligationId/cover-letter', {
    by,
    body: nothing,
    file: true,
    act: uploadCoverLetter,
  }),
};

/** Files of a material: what is read from a document is shown before anything is changed. */
@PageController()
export class MaterialFilesController {
  constructor(
    private readonly runner: ActRunner,
    private readonly tryMaterial: TryMaterialQuery,
    private readonly submissions: SubmissionsQuery,
    private readonly store: ContentStore,
    private readonly key: ServerKey,
  ) {}

  @OnPage(routes.read)
  async read(visit: PageInput<typeof routes.read>) {
    const { compilationId, obligationId, path } = scopeOf(visit);
    const { actor, body, file } = visit;
    if (file === null) throw new NoFileChosen();
    const replaces = replaceWords[body.replace];
    const read = await this.tryMaterial.execute({ compilationId, actor }, obligationId, replaces, file);
    const { form: kind } = await this.submissions.material(compilationId, obligationId);
    const { filled, kept: left, doubts, leftOut, missing, sha256, content } = read;
    const view = {
      head: { path },
      name: file.name,
      ...{ filled, left, doubts, leftOut, sha256, missing, replace: body.replace },
      content: materialFormView(kind, content),
      seal: this.seal(obligationId, sha256, file.name),
    };
    return show('unit/document', view, { title: '从文档读出的内容', layout: 'guest' });
  }

  @OnPage(routes.keep)
  async keep(visit: PageInput<typeof routes.keep>) {
    const { compilationId, obligationId, path } = scopeOf(visit);
    const { actor, body } = visit;
    const { sha256, name, seal } = body;
    // Only what was just uploaded for this obligation: the store also holds the files of others.
    if (seal !== this.seal(obligationId, sha256, name)) throw new NoFileChosen();
    const file = { name, mediaType: mediaTypes.docx, bytes: await this.store.read(sha256) };
    const input = { obligationId, replace: replaceWords[body.replace] };
    const { filled, kept: left } = await this.runner.perform(
      uploadMaterial,
      { compilationId, actor },
      input,
      { file },
    );
    const rest = left.length === 0 ? '' : `，${left.length}处保持原来所填`;
    return seeOther(path, `已从文档填入${filled.length}处${rest}，请核对。`);
  }

  @OnPage(routes.coverLetter)
  async coverLetter(visit: PageInput<typeof routes.coverLetter>) {
    const { compilationId, obligationId, path } = scopeOf(visit);
    const { actor, file } = visit;
    if (file === null) throw new NoFileChosen();
    await this.runner.perform(uploadCoverLetter, { compilationId, actor }, { obligationId }, { file });
    return seeOther(`${path}#cover-letter`, `已收到报送函扫描件“${file.name}”。`);
  }

  private seal(obligationId: string, sha256: string, name: string): string {
    return this.key.derive('unit-upload', obligationId, sha256, name);
  }
}

class NoFileChosen extends InvalidInput {
  constructor() {
    super('没有收到文件。请选择文件后再上传。', 'no-file-chosen');
  }
}
