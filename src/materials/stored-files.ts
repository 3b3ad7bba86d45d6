import { type FileNamer } from '../files/index.js';
import { Submission, SubmissionFile } from './submissions/submission.entity.js';

export const submissionFiles: FileNamer = {
  title: '报送材料的附件',
  named: (reader) =>
    reader
      .createQueryBuilder(SubmissionFile, 'file')
      .innerJoin(Submission, 'submission', 'submission.id = file.submissionId')
      .select('submission.compilationId', 'compilationId')
      .addSelect('file.sha256', 'sha256')
      .addSelect('file.size', 'size')
      .getRawMany<{ compilationId: string; sha256: string; size: number }>(),
};
