import { advanceCompilation } from '../../src/compilation/index.js';
import { Unit } from '../../src/directory/index.js';
import { saveDraft, submitMaterial } from '../../src/materials/index.js';
import { requestExtension, findObligations } from '../../src/obligations/index.js';
import { type Actor } from '../../src/platform/index.js';
import { type HttpHouse, openHttpHouse } from './http-house.js';
import { fourPartInput } from './materials.js';
import { type PageVisitor, visitAs } from './page-visitor.js';

/** A house with its pages in which every unit owes its material, and a post of the secretariat in front of it. */
export interface PagesOffice {
  house: HttpHouse;
  /** Of the staff's pages of the compilation. */
  base: string;
  post: PageVisitor;
  /** Time passes; the post signs in again, for sessions end. */
  moveTo(isoInstant: string): Promise<void>;
  owedBy(unitKey: string): Promise<{ id: string; state: string }>;
  /** The unit writes and hands in something complete. */
  handIn(unitKey: string, content?: object): Promise<void>;
  askForTime(unitKey: string, until: string): Promise<void>;
}

export async function openPagesOffice(startsAt = '2021-06-28T10:00:00+08:00'): Promise<PagesOffice> {
  const house = await openHttpHouse(startsAt);
  const { compilationId } = house;
  await house.perform(advanceCompilation, { event: 'startCompilation' });
  const unitOf = (key: string) => house.database.read((reader) => reader.findOneByOrFail(Unit, { key }));
  const owedBy = async (key: string) => {
    const { id: unitId } = await unitOf(key);
    const found = await house.database.read((reader) => findObligations(reader, compilationId, { unitId }));
    return found[found.length - 1];
  };
  const actor = async (key: string): Promise<Actor> => ({ kind: 'unit', id: (await unitOf(key)).id });
  const office: PagesOffice = {
    house,
    base: `/c/${compilationId}`,
    post: await visitAs(house, 'secretariat'),
    owedBy,
    async moveTo(isoInstant) {
      await house.moveTo(isoInstant);
      office.post = await visitAs(house, 'secretariat');
    },
    async handIn(key, content = fourPartInput()) {
      const { id } = await owedBy(key);
      const by = await actor(key);
      await house.perform(saveDraft, { obligationId: id, revision: 0, content }, by);
      await house.perform(submitMaterial, { obligationId: id }, by);
    },
    async askForTime(key, until) {
      const { id } = await owedBy(key);
      const asked = { until, reason: '数据须待统计部门核定' };
      await house.perform(requestExtension, { obligationId: id, ...asked }, await actor(key));
    },
  };
  return office;
}
