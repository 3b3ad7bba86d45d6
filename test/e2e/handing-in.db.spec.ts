import { type Answer, type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { fourPartInput } from '../support/materials.js';

interface Obligation {
  id: string;
  unitId: string;
  category: string;
  state: string;
  late: boolean;
}
interface Page<T> {
  items: T[];
  next: string | null;
}
interface Problem {
  code: string;
  unmet: { requirement: string; facts: { missing: string[] } }[];
}

describe('a unit hands its material in over HTTP', () => {
  let house: HttpHouse;
  let all: string;
  let owed: Obligation;
  let unit: string;
  const content = fourPartInput();

  beforeAll(async () => {
    house = await openHttpHouse();
    all = `/api/v1/compilations/${house.compilationId}`;
    await house.call(`${all}/advance`, { body: { event: 'startCompilation' } });
    const { json } = await house.call<Page<Obligation>>(`${all}/obligations?category=association&limit=2`);
    owed = json.items[0];
    unit = `unit:${owed.unitId}`;
  });
  afterAll(() => house.close());

  const material = () => `${all}/obligations/${owed.id}/material`;
  const save = <T>(revision: number, saved: object): Promise<Answer<T>> =>
    house.call<T>(material(), { method: 'PUT', body: { revision, content: saved }, actor: unit });
  const obligation = async () =>
    (await house.call<{ obligation: Obligation }>(`${all}/obligations/${owed.id}`)).json;

  it('owes it once the compilation is started, and is told by mail', async () => {
    expect(owed).toMatchObject({ category: 'association', state: 'owed', late: false });
    await house.moveTo('2021-06-25T10:00:00+08:00');
    const { json } = await house.call<Record<string, number>>(`${all}/mails/sent`);
    const units = (
      await house.call<{ items: { category: string; total: number }[] }>(`${all}/obligations/progress`)
    ).json;
    expect(json.notice).toBe(units.items.find(({ category }) => category === 'all')?.total);
  });

  it('may save what is unfinished, but two who save at once do not overwrite each other', async () => {
    const half = { ...content, tasks: [], attested: false };
    const answers = await Promise.all([
      save<{ revision: number }>(0, half),
      save<{ revision: number }>(0, { ...half, goals: [] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409) as unknown as Answer<Problem>;
    expect(loser.json.code).toBe('stale-revision');
  });

  it('is told what is missing when it hands in too early, and loses nothing', async () => {
    const before = await house.call<{ content: object }>(material());
    const { status, json } = await house.call<Problem>(`${material()}/submit`, {
      method: 'POST',
    });
    expect([status, json.code]).toEqual([409, 'gate-not-met']);
    expect(json.unmet[0]).toMatchObject({ requirement: 'submissionComplete' });
    expect(json.unmet[0].facts.missing.length).toBeGreaterThan(0);
    expect((await house.call(material())).json).toEqual(before.json);
  });

  it('may not touch the material of another unit', async () => {
    const { status } = await house.call(material(), {
      method: 'PUT',
      body: { revision: 1, content },
      actor: 'unit:somebody-else',
    });
    expect(status).toBe(404);
  });

  it('hands in what is complete, and gets a receipt with the digest', async () => {
    const { json: saved } = await house.call<{ revision: number }>(material());
    expect((await save(saved.revision, content)).status).toBe(200);
    const { status, json } = await house.call<{ submissionId: string; sha256: string }>(
      `${material()}/submit`,
      {
        method: 'POST',
      },
    );
    expect([status, json.sha256]).toEqual([200, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    await house.moveTo('2021-06-25T11:00:00+08:00');
    const { json: sent } = await house.call<Record<string, number>>(`${all}/mails/sent`);
    expect(sent.receipt).toBe(1);
    const { json: frozen } = await house.call<{ intact: boolean }>(`${all}/submissions/${json.submissionId}`);
    expect(frozen.intact).toBe(true);
  });

  it('is accepted later by the secretariat, and its whole story can be read', async () => {
    expect((await obligation()).obligation.state).toBe('submitted');
    const { status } = await house.call(`${all}/obligations/accept`, { body: { ids: [owed.id] } });
    expect(status).toBe(204);
    const story = await obligation();
    expect(story).toMatchObject({ obligation: { state: 'accepted' } });
    const { acts } = story as unknown as { acts: { actor: string; title: string }[] };
    expect(acts.map(({ actor }) => actor)).toContain(unit);
    expect(acts.at(-1)).toMatchObject({ actor: 'secretariat:office-1' });
  });

  it('leaves a ledger that holds together and leads to the states that are stored', async () => {
    const { json } = await house.call(`${all}/ledger/verification`);
    expect(json).toMatchObject({ ok: true, replay: { ok: true } });
    const { text, headers } = await house.call(`${all}/ledger/export`);
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(
      lines.map((_, index) => index + 1),
    );
  });
});
