import { Injectable } from '@nestjs/common';
import { ContentStore } from '../../files/index.js';
import { Database, NotFound } from '../../platform/index.js';
import { Submission, SubmissionFile } from './submission.entity.js';

/** A file that a unit handed in, with its bytes. */
@Injectable()
export class SubmissionFileQuery {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
  ) {}

  async open(
    compilationId: string,
    fileId: string,
  ): Promise<{ file: SubmissionFile; content: AsyncIterable<Buffer> }> {
    const file = await this.database.read(async (reader) => {
      const found = await reader.findOneBy(SubmissionFile, { id: fileId });
      if (found === null) return null;
      const { submissionId: id } = found;
      return (await reader.existsBy(Submission, { id, compilationId })) ? found : null;
    });
    if (file === null) throw new NotFound('附件', fileId);
    return { file, content: this.store.stream(file.sha256) };
  }
}
