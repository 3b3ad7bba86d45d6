import { Injectable } from '@nestjs/common';
import { AccountsQuery } from '../../access/index.js';
import { type OpinionView } from '../../consultation/index.js';
import { findUnits } from '../../directory/index.js';
import { Database, type PostName, PostNames } from '../../platform/index.js';

/** Posts and units as the register's pages name them. */
@Injectable()
export class RegisterNames {
  constructor(
    private readonly accounts: AccountsQuery,
    private readonly database: Database,
    private readonly posts: PostNames,
  ) {}

  /** What a post is called, by the id that the register keeps. */
  postName(): Promise<PostName> {
    return this.database.read((reader) => this.posts.load(reader));
  }

  /** Posts that may handle opinions: the id the register keeps, and what people call them. */
  async handlers(compilationId: string): Promise<{ id: string; name: string }[]> {
    const accounts = await this.accounts.list(compilationId);
    return accounts
      .filter(({ disabled, roles }) => !disabled && roles.some(({ role }) => role === 'secretariat'))
      .map(({ signInName, name }) => ({ id: signInName, name }));
  }

  async units(): Promise<Map<string, string>> {
    const units = await this.database.read(findUnits);
    return new Map(units.map(({ id, name }) => [id, name]));
  }
}

/** Whoever said it, without a private person's name: lists do not need it. */
export function proposerText(
  { unitId, organisation, category }: Pick<OpinionView, 'unitId' | 'organisation' | 'category'>,
  units: ReadonlyMap<string, string>,
): string {
  if (unitId !== null) return units.get(unitId) ?? category;
  return organisation === null ? category : `${category}　${organisation}`;
}

export const selectedIn = (names: readonly string[], chosen: string | undefined) =>
  names.map((name) => ({ name, selected: name === chosen }));

export const selectedPost = (posts: readonly { id: string; name: string }[], chosen: string | undefined) =>
  posts.map(({ id, name }) => ({ id, name, selected: id === chosen }));
