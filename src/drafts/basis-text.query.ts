import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Database, NotFound, seedsFolder } from '../platform/index.js';
import { BasisDocument } from './basis.entity.js';

/** The shipped text of a basis document, the notice with its annex among them (附件：…研究课题目录). */
@Injectable()
export class BasisTextQuery {
  constructor(private readonly database: Database) {}

  async text(compilationId: string, key: string): Promise<{ title: string; bytes: Buffer }> {
    const document = await this.database.read((reader) =>
      reader.findOneBy(BasisDocument, { compilationId, key }),
    );
    if (document === null) throw new NotFound('依据文件', key);
    // The name was checked when it was registered: it leads nowhere but into this folder.
    const bytes = document.file === null ? null : await readText(document.file);
    if (bytes === null) throw new NotFound('依据文件的文本', key);
    return { title: document.title, bytes };
  }
}

async function readText(file: string): Promise<Buffer | null> {
  try {
    return await readFile(join(seedsFolder, 'basis', file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
