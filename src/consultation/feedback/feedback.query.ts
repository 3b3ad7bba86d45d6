import { Injectable } from '@nestjs/common';
import { Database, NotFound } from '../../platform/index.js';
import {
  type DocumentFormat,
  type OfficialDocument,
  type OfficialPiece,
  renderDocument,
  TemplateSet,
} from '../../render/index.js';
import { ConsultationFeedback } from './consultation-feedback.entity.js';

/** The published 意见采纳情况反馈: for the public page, and as a document. */
@Injectable()
export class FeedbackQuery {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplateSet,
  ) {}

  /** @throws NotFound before it is published */
  async latest(compilationId: string): Promise<ConsultationFeedback> {
    const feedback = await this.published(compilationId);
    if (feedback === null) throw new NotFound('意见采纳情况反馈', compilationId);
    return feedback;
  }

  /** The one published last; null before the first. */
  published(compilationId: string): Promise<ConsultationFeedback | null> {
    return this.database.read(async (reader) => {
      const order = { id: 'DESC' as const };
      const [feedback] = await reader.find(ConsultationFeedback, {
        where: { compilationId },
        order,
        take: 1,
      });
      return feedback ?? null;
    });
  }

  async render(compilationId: string, format: 'html' | 'docx'): Promise<AsyncIterable<Buffer>> {
    return this.document(await this.latest(compilationId), format);
  }

  private document(feedback: ConsultationFeedback, format: DocumentFormat): AsyncIterable<Buffer> {
    const { title, text, publishedAt } = feedback;
    const paragraphs = text.split('\n').filter((line) => line !== '');
    const [organ, dateText] = paragraphs.splice(-2);
    const view: OfficialDocument = {
      properties: { title, createdAt: publishedAt },
      head: { title },
      rows: [
        { kind: 'title', text: title },
        ...paragraphs.map(pieceOf),
        { kind: 'signature', organ, dateText },
      ],
      tail: { landscape: false },
    };
    return renderDocument(this.templates, 'official', format, view);
  }
}

const pieceOf = (text: string): OfficialPiece =>
  /^[一二三四五六七八九十]+、/.test(text)
    ? { kind: 'heading', level: 1, text, bookmark: null, id: 0 }
    : { kind: 'paragraph', text };
