import { type EntityManager } from 'typeorm';

/** A file as a row names it. */
export interface NamedFile {
  compilationId: string;
  sha256: string;
  /** In bytes, where the row knows it. */
  size?: number | null;
}

/** Says which files of the content store the rows of a room name. */
export interface FileNamer {
  /** What the files are, as a finding says it: 报送材料的附件. */
  readonly title: string;
  named(reader: EntityManager): Promise<NamedFile[]>;
}
