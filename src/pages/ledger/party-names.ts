import { Injectable } from '@nestjs/common';
import { DirectoryQuery } from '../../directory/index.js';
import { actorTitle } from '../words/act-titles.js';

/** Who an actor is. The ledger holds ids only, so that a name can be erased; the directory still knows it. */
@Injectable()
export class PartyNames {
  constructor(private readonly directory: DirectoryQuery) {}

  /** @returns the title of an actor as the ledger writes it, `unit:<id>` */
  async titles(): Promise<(actor: string) => string> {
    const units = await this.directory.units();
    const experts = await this.directory.experts();
    const names = new Map([
      ...units.map(({ id, name }): [string, string] => [`unit:${id}`, name]),
      ...experts.map(({ id, name }): [string, string] => [`expert:${id}`, name]),
    ]);
    return (actor) => {
      const name = names.get(actor);
      return name === undefined ? actorTitle(actor) : `${actorTitle(actor)}　${name}`;
    };
  }
}
