import { type RevisionChoice } from '../../files/index.js';
import { type Upload } from '../../web/index.js';

/** A file as the import takes it; what kind of file it is, its bytes say. */
export const draftSourceOf = ({ name, bytes }: Upload, changes: RevisionChoice) => ({
  format: 'file',
  bytes,
  fileName: name,
  changes,
});
