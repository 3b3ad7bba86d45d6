import { type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Account, PersonalToken } from '../../src/access/accounts/account.entity.js';
import { ConsultationNotice, HeldComment, Opinion } from '../../src/consultation/index.js';
import { DraftVersion } from '../../src/drafts/index.js';
import { Unit } from '../../src/directory/index.js';
import { Submission, SubmissionFile } from '../../src/materials/index.js';
import { Obligation } from '../../src/obligations/index.js';
import { Mail } from '../../src/outbox/index.js';
import { PacketBuild } from '../../src/packet/index.js';
import { staffRoles } from '../../src/platform/index.js';
import { Chance } from '../../src/rehearsal/chance.js';
import { scenesOf2021 } from '../../src/rehearsal/scenes/index.js';
import { playScenes, Stage } from '../../src/rehearsal/stage.js';
import { Invitee, Meeting, ReviewPoint } from '../../src/review/index.js';
import { type AnyPageRoute } from '../../src/web/pages/page-route.js';
import { RouteTable } from '../../src/web/route-table.js';
import { badVisits, fieldsOfForm } from '../support/bad-page-input.js';
import { formsIn } from '../support/form-fields.js';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { type PageVisitor, visitAs } from '../support/page-visitor.js';
import { someOf } from '../support/some-of.js';

/** What a validator says by itself, in English. */
const english = /\b(Invalid|Expected|Required|received|Too (?:big|small)|Unrecognized)\b/;

describe('whatever is asked of a page or typed into a form', () => {
  let house: HttpHouse;
  let ids: Record<string, string>;
  let visitors: Record<'staff' | 'unit' | 'expert' | 'anyone', () => Promise<PageVisitor>>;

  beforeAll(async () => {
    house = await openHttpHouse('2021-06-25T08:30:00+08:00', 12);
    const stage = new Stage(house.app, house.clock, house.compilationId, new Chance(1), 12, () => undefined);
    await playScenes(
      stage,
      scenesOf2021().filter(({ date }) => date <= '2021-10-20'),
    );
    const owed = await one(Obligation);
    const seat = await one(Invitee);
    visitors = {
      staff: () => visitAs(house, staffRoles),
      unit: () => visitAs(house, { kind: 'unit', aboutId: owed.id, partyId: owed.unitId }),
      expert: () => visitAs(house, { kind: 'expert', aboutId: seat.id, partyId: seat.partyId }),
      anyone: () => visitAs(house, 'nobody'),
    };
    ids = await idsOf();
  }, 120_000);
  afterAll(() => house.close());

  const one = async <T extends ObjectLiteral>(entity: EntityTarget<T>): Promise<T> => {
    const [found] = await house.database.read((reader) => reader.find(entity, { take: 1 }));
    return found;
  };
  const idOf = async (entity: EntityTarget<{ id: string }>) => (await one(entity))?.id;

  async function idsOf(): Promise<Record<string, string>> {
    await visitors.staff();
    const entities = {
      accountId: Account,
      buildId: PacketBuild,
      fileId: SubmissionFile,
      heldId: HeldComment,
    };
    const others = { inviteeId: Invitee, mailId: Mail, meetingId: Meeting, noticeId: ConsultationNotice };
    const more = {
      obligationId: Obligation,
      opinionId: Opinion,
      pointId: ReviewPoint,
      tokenId: PersonalToken,
    };
    const last = { submissionId: Submission, unitId: Unit, versionId: DraftVersion };
    const found: Record<string, string> = { compilationId: house.compilationId };
    for (const [name, entity] of Object.entries({ ...entities, ...others, ...more, ...last }))
      found[name] = (await idOf(entity as EntityTarget<{ id: string }>)) ?? 'none';
    const day = { day: '2021-07-21', key: 'materialsDue', event: 'convenePlenary', kind: 'expertReview' };
    return { ...found, ...day, seq: '5', section: 'background', basisKey: 'compilation-notice' };
  }

  /** Who comes as far as the form: a stranger would be refused before anything is read. */
  const whoFor = ({ by }: AnyPageRoute): keyof typeof visitors =>
    by === 'anyone'
      ? 'anyone'
      : by === 'account' || by.some(isStaff)
        ? 'staff'
        : (by[0] as 'unit' | 'expert');
  const isStaff = (role: string) => (staffRoles as readonly string[]).includes(role);

  it.each(['anyone', 'unit', 'expert', 'staff'] as const)(
    '%s gets a page or a refusal in Chinese',
    async (who) => {
      const failures: string[] = [];
      const routes = house.get(RouteTable, { strict: false }).pageRoutes();
      for (const [turn, route] of routes.filter((candidate) => whoFor(candidate) === who).entries()) {
        const visitor = await visitors[who]();
        for (const { what, path, body } of someOf(
          badVisits(route, (name) => ids[name] ?? 'x'),
          turn,
        )) {
          const asked = body === undefined ? visitor.get(path) : visitor.post(path, body);
          const answer = await asked.catch(whenSilent);
          const { status, html, headers } = answer;
          const said = html.replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>|<[^>]*>/g, ' ');
          const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
          const told = status < 400 || (isPage && /[\u4e00-\u9fff]{4}/.test(said) && !english.test(said));
          if (status >= 500 || (!told && path.length < 2500))
            failures.push(`${status} ${route.method} ${route.path}: ${what} ${told ? '' : sentenceIn(said)}`);
        }
      }
      expect(failures).toEqual([]);
    },
    300_000,
  );

  it.each(['unit', 'expert', 'staff'] as const)(
    'a form that %s is shown sends only fields that its address reads',
    async (who) => {
      const routes = house.get(RouteTable, { strict: false }).pageRoutes();
      const visitor = await visitors[who]();
      const lost = new Set<string>();
      for (const shown of routes.filter((route) => route.method === 'GET' && whoFor(route) === who)) {
        const path = shown.path.replace(/:([A-Za-z]+)/g, (_, name: string) => ids[name] ?? 'x');
        for (const { actions, names } of formsIn((await visitor.get(path)).html, path)) {
          const read = actions.map((action) => readAt(routes, action));
          if (read.includes('nothing')) lost.add(`${shown.path}: nothing reads ${actions.join(', ')}`);
          if (read.includes('anything')) continue;
          const known = new Set([...read.flat(), 'formToken', 'formTicket']);
          for (const name of names) if (!known.has(name)) lost.add(`${actions[0]}: ${name}`);
        }
      }
      expect([...lost]).toEqual([]);
    },
    300_000,
  );
});

/** The fields that are read where a form goes. */
function readAt(routes: readonly AnyPageRoute[], action: string): string[] | 'anything' | 'nothing' {
  const route = routes.find(({ method, path }) => method === 'POST' && patternOf(path).test(action));
  if (route?.method !== 'POST') return 'nothing';
  const fields = fieldsOfForm(route.body);
  return fields === null ? 'anything' : [...fields, ...(route.file ? ['file'] : [])];
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:[A-Za-z]+/g, '[^/]+')}(?:[?#].*)?$`);

/** A request that hangs is as bad as one that breaks. */
const whenSilent = (error: unknown) => ({ status: 599, html: String(error), headers: new Headers() });
const sentenceIn = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 300);
