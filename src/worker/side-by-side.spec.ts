import { SideBySide } from './side-by-side.js';

const never = new AbortController().signal;

/** A task that ends when told. */
function task() {
  let end: () => void = () => undefined;
  const flight = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { flight, end };
}

describe('tasks side by side', () => {
  it('are no more at once than there is room for, and begin as soon as one is done', async () => {
    const tasks = new SideBySide({ quick: 2, slow: 0, slowAfterMs: Infinity });
    const [first, second] = [task(), task()];
    for (const { flight } of [first, second]) {
      expect(await tasks.room(never)).toBe(true);
      tasks.add(flight);
    }
    let third = false;
    const waiting = tasks.room(never).then((room) => (third = room));
    await Promise.resolve();
    expect(third).toBe(false);
    first.end();
    await waiting;
    expect(third).toBe(true);
  });

  it('make room for another when they have taken long, until too many of them do', async () => {
    const tasks = new SideBySide({ quick: 1, slow: 2, slowAfterMs: 5 });
    const hanging = [task(), task(), task()];
    for (const { flight } of hanging) {
      expect(await tasks.room(never)).toBe(true);
      tasks.add(flight);
    }
    let fourth = false;
    const waiting = tasks.room(never).then((room) => (fourth = room));
    hanging[1].end();
    await waiting;
    expect(fourth).toBe(true);
  });

  it('leave nobody waiting who is called off', async () => {
    const tasks = new SideBySide({ quick: 1, slow: 0, slowAfterMs: Infinity });
    tasks.add(task().flight);
    const calledOff = new AbortController();
    const waiting = tasks.room(calledOff.signal);
    calledOff.abort();
    expect(await waiting).toBe(false);
  });
});
