import { advanceCompilation } from '../../src/compilation/index.js';
import { Unit } from '../../src/directory/index.js';
import { LedgerQuery } from '../../src/ledger/index.js';
import { type MaterialView, saveDraft, SubmissionsQuery, submitMaterial } from '../../src/materials/index.js';
import {
  acceptObligations,
  findObligations,
  returnObligation,
  type StandingObligation,
  withdrawObligation,
} from '../../src/obligations/index.js';
import { type Actor } from '../../src/platform/index.js';
import { openHouse, type TestHouse } from './test-house.js';

/** A house in which every unit owes its material, with the steps that units and secretariat take. */
export class MaterialsOffice {
  private constructor(readonly house: TestHouse) {}

  static async open(startsAt = '2021-06-28T10:00:00+08:00'): Promise<MaterialsOffice> {
    const house = await openHouse(startsAt);
    await house.perform(advanceCompilation, { event: 'startCompilation', reason: '按通知启动' });
    return new MaterialsOffice(house);
  }

  get compilationId(): string {
    return this.house.compilationId;
  }

  unit(key: string): Promise<Unit> {
    return this.house.database.read((reader) => reader.findOneByOrFail(Unit, { key }));
  }

  async actor(unitKey: string): Promise<Actor> {
    return { kind: 'unit', id: (await this.unit(unitKey)).id };
  }

  async owedBy(unitKey: string): Promise<StandingObligation> {
    const unitId = (await this.unit(unitKey)).id;
    const [owed] = await this.house.database.read((reader) =>
      findObligations(reader, this.compilationId, { unitId, kind: 'material' }),
    );
    return owed;
  }

  async material(unitKey: string): Promise<MaterialView> {
    const { id } = await this.owedBy(unitKey);
    return this.house.get(SubmissionsQuery).material(this.compilationId, id);
  }

  /** Saves on top of what is saved. */
  async save(unitKey: string, content: object) {
    const { revision, obligationId } = await this.material(unitKey);
    const actor = await this.actor(unitKey);
    return this.house.perform(saveDraft, { obligationId, revision, content }, actor);
  }

  async submit(unitKey: string, content?: object) {
    if (content !== undefined) await this.save(unitKey, content);
    const { id } = await this.owedBy(unitKey);
    const actor = await this.actor(unitKey);
    return this.house.perform(submitMaterial, { obligationId: id }, actor);
  }

  async accept(...unitKeys: string[]): Promise<void> {
    const ids = await Promise.all(unitKeys.map(async (key) => (await this.owedBy(key)).id));
    await this.house.perform(acceptObligations, { ids });
  }

  async sendBack(unitKey: string, comment: string): Promise<void> {
    const { id } = await this.owedBy(unitKey);
    const input = { comments: [comment] };
    await this.house.perform(returnObligation, { obligationId: id, ...input });
  }

  async withdraw(unitKey: string): Promise<void> {
    const { id } = await this.owedBy(unitKey);
    const actor = await this.actor(unitKey);
    await this.house.perform(withdrawObligation, { obligationId: id }, actor);
  }

  /** The ledger's entries of a type, the latest first. */
  entries(type: string) {
    return this.house.get(LedgerQuery).latest(this.compilationId, { type, limit: 100 });
  }

  close(): Promise<void> {
    return this.house.close();
  }
}
