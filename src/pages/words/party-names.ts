import { Injectable } from '@nestjs/common';
import { DirectoryQuery } from '../../directory/index.js';
import { Database, type PostName, PostNames } from '../../platform/index.js';
import { actorTitle } from './act-titles.js';

/**
 * Who an actor is. The ledger holds ids only, so that a name can be erased; the directory and the accounts still know
 * it. A post is called by its name, never by what it signs in with.
 */
@Injectable()
export class PartyNames {
  constructor(
    private readonly directory: DirectoryQuery,
    private readonly database: Database,
    private readonly postNames: PostNames,
  ) {}

  /** @returns what a post is called, by the id that the ledger keeps */
  posts(): Promise<PostName> {
    return this.database.read((reader) => this.postNames.load(reader));
  }

  /** @returns the title of an actor as the ledger writes it, `unit:<id>` or `secretariat:<sign-in name>` */
  async titles(): Promise<(actor: string) => string> {
    const units = await this.directory.units();
    const experts = await this.directory.experts();
    const postName = await this.posts();
    const names = new Map([
      ...units.map(({ id, name }): [string, string] => [`unit:${id}`, name]),
      ...experts.map(({ id, name }): [string, string] => [`expert:${id}`, name]),
    ]);
    return (actor) => {
      const [, id = ''] = actor.split(':', 2);
      const name = names.get(actor) ?? (/^(unit|expert|system|public):/.test(actor) ? '' : postName(id, ''));
      return name === '' ? actorTitle(actor) : `${actorTitle(actor)}　${name}`;
    };
  }
}
