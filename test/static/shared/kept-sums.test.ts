import { sumsKeptIn } from '../../../static/shared/kept-sums';

const sums = {
  sprintId: 7,
  rebuiltAt: 1_000,
  mayMissRemoved: true,
  keyResults: { 'oaaaaaaaaa-kr0001': { done: amount(1), then: amount(2), now: amount(3) } },
};

function amount(of: number) {
  return { items: of, points: of };
}

const aStorage = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

const broken = (): never => {
  throw new DOMException('The frame may keep nothing.', 'SecurityError');
};

describe('sums that wait for the page to be loaded again', () => {
  it('are found under their sprint by who kept them, and by nobody else', () => {
    const storage = aStorage();
    sumsKeptIn(() => storage, 'one').keep(sums);
    expect(sumsKeptIn(() => storage, 'one').find(7)).toEqual(sums);
    expect(sumsKeptIn(() => storage, 'one').find(8)).toBeNull();
    expect(sumsKeptIn(() => storage, 'other').find(7)).toBeNull();
  });

  it('are gone when they are forgotten', () => {
    const storage = aStorage();
    const keep = sumsKeptIn(() => storage, 'one');
    keep.keep(sums);
    keep.forget(7);
    expect(keep.find(7)).toBeNull();
  });

  it('are none where something else stands in their place', () => {
    const storage = aStorage();
    const keep = sumsKeptIn(() => storage, 'one');
    keep.keep(sums);
    const [key] = storage.kept.keys();
    const others = [
      'garbage',
      '{}',
      JSON.stringify({ version: 2, ...sums }),
      JSON.stringify({ version: 1, ...sums, sprintId: 8 }),
    ];
    for (const other of others) {
      storage.kept.set(key!, other);
      expect(keep.find(7)).toBeNull();
    }
  });

  it('do no harm where the browser keeps nothing, or has no room', () => {
    const closed = sumsKeptIn(broken, 'one');
    closed.keep(sums);
    closed.forget(7);
    expect(closed.find(7)).toBeNull();
    const full = sumsKeptIn(() => ({ ...aStorage(), setItem: broken }), 'one');
    full.keep(sums);
    expect(full.find(7)).toBeNull();
  });
});
