import { openHouse, type TestHouse } from '../../test/support/test-house.js';
import { Database, IdSource, SimulatedClock } from '../platform/index.js';
import { entities } from '../entities.js';
import { ShelvedUpload } from './shelved-upload.entity.js';
import { UploadShelf } from './upload-shelf.js';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('a file that was looked at and not taken yet', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  beforeEach(() => house.database.write((tx) => tx.clear(ShelvedUpload)));
  afterAll(() => house.close());

  const shelf = () => house.get(UploadShelf);
  const file = (bytes = Buffer.from([0, 1, 254, 255, 13, 10])) => ({
    name: '意见表.xlsx',
    mediaType: 'application/octet-stream',
    bytes,
  });
  const kept = () => house.database.read((reader) => reader.count(ShelvedUpload));

  it('is found again byte for byte by whoever put it there, and by nobody else', async () => {
    const id = await shelf().keep('office-1', file());
    expect(await shelf().find('office-1', id)).toEqual(file());
    await expect(shelf().find('office-2', id)).rejects.toMatchObject({ code: 'upload-forgotten' });
    await shelf().forget(id);
    await expect(shelf().find('office-1', id)).rejects.toMatchObject({ code: 'upload-forgotten' });
  });

  it('is found by another process, and by this one after a restart', async () => {
    const id = await shelf().keep('office-1', file());
    const database = new Database(house.config.databaseUrl, entities, true);
    await database.open();
    const clock = new SimulatedClock(house.clock.now());
    const elsewhere = new UploadShelf(database, clock, house.get(IdSource));
    expect(await elsewhere.find('office-1', id)).toEqual(file());
    await database.close();
  });

  it('is gone after an hour, whether or not anybody puts something else there', async () => {
    const [one, two] = [await shelf().keep('office-1', file()), await shelf().keep('office-1', file())];
    house.clock.moveTo(house.clock.now() + 59 * minute);
    await shelf().tidy();
    expect(await shelf().find('office-1', one)).toEqual(file());
    house.clock.moveTo(house.clock.now() + 2 * minute);
    await expect(shelf().find('office-1', two)).rejects.toMatchObject({ code: 'upload-forgotten' });
    await shelf().tidy();
    expect(await kept()).toBe(0);
    await shelf().keep('office-1', file());
    house.clock.moveTo(house.clock.now() + 61 * minute);
    await shelf().keep('office-1', file());
    expect(await kept()).toBe(1);
  });

  it('stays its hour when somebody sets the clock, forward or back, and no longer', async () => {
    for (const shift of [2 * day, -2 * day]) {
      const id = await shelf().keep('office-1', file());
      house.clock.setTo(house.clock.now() + shift);
      expect(await shelf().find('office-1', id)).toEqual(file());
      house.clock.moveTo(house.clock.now() + 61 * minute);
      await expect(shelf().find('office-1', id)).rejects.toMatchObject({ code: 'upload-forgotten' });
    }
  });

  it('makes room for newer ones when the shelf is full; the newest always stays', async () => {
    const large = file(Buffer.alloc(30 * 1024 * 1024, 7));
    const [first, second] = [await shelf().keep('office-1', large), await shelf().keep('office-1', large)];
    const third = await shelf().keep('office-1', file());
    expect(await kept()).toBe(3);
    const fourth = await shelf().keep('office-1', large);
    await expect(shelf().find('office-1', first)).rejects.toMatchObject({ code: 'upload-forgotten' });
    for (const id of [second, third, fourth])
      expect((await shelf().find('office-1', id)).name).toBe('意见表.xlsx');
  });
});
