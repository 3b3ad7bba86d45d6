import { z } from 'zod';
import { type RevisionChoice, revisionChoices } from '../../files/index.js';
import { DraftsQuery, importDraft, TryDraftQuery } from '../../drafts/index.js';
import { ActRunner } from '../../engine/index.js';
import { InvalidInput, drafters } from '../../platform/index.js';
import { UploadShelf } from '../../uploads/index.js';
import {
  form,
  idSchema,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
  type Upload,
} from '../../web/index.js';
import { areaPath, inStaffPages } from '../frame/navigation.js';
import { changeCounts, comparedClauses } from './comparison-view.js';
import { draftsNav } from './drafts-nav.js';
import { revisionName } from './version-names.js';

const imports = `${inStaffPages}/drafts/import` as const;

const maybeId = z.union([idSchema, z.literal('')]).default('');
const changesSchema = z.enum(revisionChoices).default('shown');

const routes = {
  choose: page(imports, { by: drafters }),
  preview: form(`${imports}/preview`, {
    by: drafters,
    body: z.object({ text: z.string().default(''), upload: maybeId, changes: changesSchema }),
    file: true,
  }),
  take: form(imports, {
    by: drafters,
    body: z.object({ upload: idSchema, changes: changesSchema }),
    act: importDraft,
  }),
};

/** The next revision: chosen, looked at as it will be split, and only then taken. */
@PageController()
export class DraftImportPages {
  constructor(
    private readonly drafts: DraftsQuery,
    private readonly tryDraft: TryDraftQuery,
    private readonly runner: ActRunner,
    private readonly shelf: UploadShelf,
  ) {}

  @OnPage(routes.choose)
  async choose({ params }: PageInput<typeof routes.choose>) {
    const working = await this.working(params.compilationId);
    const view = { ...pathsOf(params.compilationId), working };
    return show('drafts/import', view, { title: '上传修改稿', nav: 'drafts' });
  }

  @OnPage(routes.preview)
  async preview({ params, body, file, actor }: PageInput<typeof routes.preview>) {
    const { compilationId } = params;
    const upload =
      body.upload === '' ? (file ?? typedText(body.text)) : await this.shelf.find(actor.id, body.upload);
    const source = { format: 'file' as const, changes: body.changes };
    const preview = await this.tryDraft.execute(compilationId, source, upload);
    const { doubts, leftOut, ...report } = preview.report;
    const changed = preview.clauses.filter(({ status }) => status !== 'unchanged').length;
    const view = {
      ...pathsOf(compilationId),
      working: await this.working(compilationId),
      fileName: upload.name,
      upload: body.upload === '' ? await this.shelf.keep(actor.id, upload) : body.upload,
      title: report.title,
      total: report.clauses,
      counts: changeCounts(preview.clauses),
      changed,
      changes: body.changes,
      revisions: report.hasChanges ? revisionChoicesView(body.changes) : null,
      doubts: doubts.map(({ label, message }) => ({ place: label, message })),
      leftOut: leftOut.map(({ place, what }) => ({ place, what })),
      clauses: comparedClauses(preview.clauses),
    };
    return show('drafts/import-preview', view, { title: '预览条款拆分', nav: 'drafts' });
  }

  @OnPage(routes.take)
  async take({ params, body, actor }: PageInput<typeof routes.take>) {
    const { compilationId } = params;
    const file = await this.shelf.find(actor.id, body.upload);
    const source = { format: 'file' as const, changes: body.changes };
    const taken = await this.runner.perform(importDraft, { compilationId, actor }, source, { file });
    await this.shelf.forget(body.upload);
    const { draftVersionId, name, revision, clauses, doubts, leftOut } = taken;
    const found = doubts.length + leftOut.length;
    const left = found === 0 ? '' : `，存疑或者未读入${found}处，请核对并确认`;
    return seeOther(
      `${areaPath(compilationId, 'drafts')}/${draftVersionId}`,
      `已导入${name}第${revision}次修改稿，共${clauses}条${left}。`,
    );
  }

  private async working(compilationId: string): Promise<string | null> {
    const working = (await this.drafts.versions(compilationId)).find(({ state }) => state === 'working');
    return working === undefined ? null : revisionName(working);
  }
}

const pathsOf = (compilationId: string) => ({
  nav: draftsNav(compilationId, 'import'),
  choosePath: `${areaPath(compilationId, 'drafts')}/import`,
});

function typedText(text: string): Upload {
  if (text.trim() === '') throw new InvalidInput('请选择文件，或者粘贴文稿全文。', 'no-draft');
  return { name: '粘贴的文稿', mediaType: 'text/plain', bytes: Buffer.from(text) };
}

const revisionWords: Record<RevisionChoice, string> = {
  shown: '逐处核对（按接受读入）',
  accepted: '按接受全部修订读入',
  refused: '按拒绝全部修订读入',
};

const revisionChoicesView = (chosen: RevisionChoice) =>
  revisionChoices.map((choice) => ({
    choice,
    word: revisionWords[choice],
    checked: choice === chosen,
  }));
