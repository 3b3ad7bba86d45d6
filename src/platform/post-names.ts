import { type EntityManager } from 'typeorm';

type Source = (reader: EntityManager) => Promise<ReadonlyMap<string, string>>;

/** Lower-case letters, digits and hyphens are what a post signs in with, never what it is called. */
const signInName = /^[a-z0-9][a-z0-9_.-]*$/;

/** What a post is called where people read: 经办一岗, never the name by which it signs in. */
export type PostName = (id: string | null, otherwise?: string) => string;

/** Rooms print posts; the room that knows their names says so here. */
export class PostNames {
  private source: Source = () => Promise.resolve(new Map());

  /** @param source names of posts by the id that the ledger and the registers keep */
  know(source: Source): void {
    this.source = source;
  }

  /** `otherwise` stands for an id that no post has (any more); a name that somebody wrote out stands as it is. */
  async load(reader: EntityManager): Promise<PostName> {
    const names = await this.source(reader);
    return (id, otherwise = '岗位') => {
      if (id === null || id === '') return '';
      return names.get(id) ?? (signInName.test(id) ? otherwise : id);
    };
  }
}
