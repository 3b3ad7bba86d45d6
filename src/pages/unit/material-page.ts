import { Injectable } from '@nestjs/common';
import { formatDateTime } from '../../calendar/index.js';
import {
  type MaterialContent,
  type MaterialView,
  SubmissionsQuery,
  TopicsQuery,
  topicContent,
} from '../../materials/index.js';
import { markOf } from '../../platform/index.js';
import { anchorOf, materialFormView } from './material-form-view.js';
import { UnitHeads } from './unit-head.js';

/** What was typed here while another browser saved something else. */
export interface Conflict {
  content: MaterialContent;
}

/** A unit's page for its material: the form with what is saved, and what is still missing. */
@Injectable()
export class MaterialPage {
  constructor(
    private readonly heads: UnitHeads,
    private readonly submissions: SubmissionsQuery,
    private readonly topics: TopicsQuery,
  ) {}

  /** @param conflict shows what was typed in the form, and what the other browser saved beside it */
  async view(compilationId: string, obligationId: string, conflict: Conflict | null = null): Promise<object> {
    const head = await this.heads.of(compilationId, obligationId);
    const material = await this.submissions.material(compilationId, obligationId);
    const { form, content, missing, warnings, revision } = material;
    const shown = materialFormView(form, conflict?.content ?? content, material.returnComments);
    return {
      head: head.view,
      sentence: sentenceOf(head.row.unitName, head.row.title, material),
      form: { ...shown, revision },
      savedAt: savedView(material.savedAt),
      topics: form === 'research' ? await this.topicsView(compilationId, content) : null,
      missing: missing.map((text) => ({ text, href: anchorOf(text) })),
      warnings: warnings.map((text) => ({ text, href: anchorOf(text) })),
      files: filesView(material),
      other: conflict === null ? null : otherView(conflict.content, material),
    };
  }

  private async topicsView(compilationId: string, content: MaterialContent): Promise<object> {
    const { topics, outside } = await this.topics.overview(compilationId);
    const chosen = topics.find(({ number }) => number === content.topic);
    return {
      chosen:
        content.topic === null
          ? null
          : content.topic === 'outside'
            ? '目录外'
            : `课题${chosen?.number ?? content.topic}　${chosen?.title ?? ''}`,
      began: markOf(topicContent(content)),
      title: content.title,
      outside: { chosen: content.topic === 'outside', takers: outside.length },
      list: topics.map(({ number, title, scope, chosenBy }) => ({
        number,
        title,
        scope,
        takers: chosenBy.length,
        chosen: number === content.topic,
      })),
    };
  }
}

const sentenceOf = (unitName: string, title: string, { missing, returnComments }: MaterialView): string => {
  const what = returnComments.length > 0 ? `请修改后重新报送${title}` : `请报送${title}`;
  const rest = missing.length > 0 ? `，还差${missing.length}项` : '，已填齐，可以报送';
  return `${unitName}：${what}${rest}。`;
};

export const savedView = (savedAt: number | null): string | null =>
  savedAt === null ? null : formatDateTime(savedAt);

export const filesView = ({ files }: Pick<MaterialView, 'files'>): object => ({
  document: files.find(({ kind }) => kind === 'material')?.name ?? null,
  coverLetter: files.find(({ kind }) => kind === 'coverLetter')?.name ?? null,
});

function otherView(typed: MaterialContent, { form, content }: MaterialView): object[] {
  const other = materialFormView(form, content) as {
    parts: { key: string; heading: string; text: string }[];
  };
  const changed = other.parts.filter(
    ({ key, text }) => typed.parts[key as keyof typeof typed.parts] !== text,
  );
  return changed.map(({ heading, text }) => ({ heading, text }));
}
