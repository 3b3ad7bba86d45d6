import { z } from 'zod';
import { channels, type OpinionFilter, type RegisterPlace } from '../../consultation/index.js';
import { dispositions, opinionWorkflow } from '../../../workflows/index.js';
import { consultationPath } from './consultation-nav.js';

const word = z.string().max(100).optional();

/** The fields of an address that say which opinions are meant. */
export const filterQuery = {
  state: word,
  handler: word,
  clauseId: word,
  groupId: word,
  disposition: word,
  unitId: word,
  late: word,
  channel: word,
};
type FilterFields = Partial<Record<keyof typeof filterQuery, string>>;

export const opinionStates = Object.entries(opinionWorkflow.stateTitles)
  .filter(([state]) => state !== 'divided')
  .map(([state, title]) => ({ state, title }));

const known = <T extends string>(list: readonly T[], text: string | undefined): T | undefined =>
  list.find((name) => name === text);
const orUndefined = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : text;

/** An address that a person changed by hand filters by what it says that makes sense. */
export function readFilter(fields: FilterFields): OpinionFilter {
  const late = known(['true', 'false'], fields.late);
  return {
    state: known(
      opinionStates.map(({ state }) => state),
      fields.state,
    ),
    handler: orUndefined(fields.handler),
    clauseId: orUndefined(fields.clauseId),
    groupId: orUndefined(fields.groupId),
    disposition: known(dispositions, fields.disposition),
    unitId: orUndefined(fields.unitId),
    late: late === undefined ? undefined : late === 'true',
    channel: known(channels, fields.channel),
  };
}

/** The filter as it stands in an address, without the question mark; empty for the whole register. */
export function filterText(filter: OpinionFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
}

/** A form carries the filter along in a hidden field, so that its queue goes on. */
export const queueShape = { queue: z.string().max(1000).default('') };

export const filterOf = (text: string): OpinionFilter =>
  readFilter(Object.fromEntries(new URLSearchParams(text)));

const withQuery = (path: string, text: string): string => (text === '' ? path : `${path}?${text}`);

export const inboxPath = (compilationId: string, filter: OpinionFilter = {}): string =>
  withQuery(`${consultationPath(compilationId)}/opinions`, filterText(filter));

/** An opinion on the workbench, with the queue it is handled in. */
export const workbenchPath = (compilationId: string, opinionId: string, filter: OpinionFilter = {}): string =>
  withQuery(`${consultationPath(compilationId)}/opinions/${opinionId}`, filterText(filter));

/** Opens the first opinion of a queue. */
export const queuePath = (compilationId: string, filter: OpinionFilter): string =>
  withQuery(`${consultationPath(compilationId)}/workbench`, filterText(filter));

export const placeText = ({ sequence, part }: RegisterPlace): string => `${sequence}.${part}`;

export function placeOf(text: string | undefined): RegisterPlace | null {
  const [, sequence, part] = /^(\d{1,9})\.(\d{1,9})$/.exec(text ?? '') ?? [];
  return sequence === undefined ? null : { sequence: Number(sequence), part: Number(part) };
}
