import { Inject, Injectable } from '@nestjs/common';
import { type Config, configToken } from '../../platform/index.js';

/** Makes a path that only its recipient may open into one that carries a token. */
export type LinkMaker = (id: string) => Promise<string>;

/** What only the sender knows: who mails come from, and the address that a stored path becomes. */
@Injectable()
export class MailAddresses {
  private readonly makers = new Map<string, LinkMaker>();

  constructor(@Inject(configToken) private readonly config: Pick<Config, 'publicUrl' | 'mailFrom'>) {}

  get from(): string {
    return this.config.mailFrom;
  }

  /** @param prefix first part of the paths that the maker completes: `u` for `/u/<id>` */
  register(prefix: string, maker: LinkMaker): void {
    this.makers.set(prefix, maker);
  }

  async of(path: string): Promise<string> {
    const [, prefix, id] = path.split('/');
    const maker = this.makers.get(prefix);
    return `${this.config.publicUrl}${maker === undefined || id === undefined ? path : await maker(id)}`;
  }
}
