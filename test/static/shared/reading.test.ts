import { createReading } from '../../../static/shared/reading';

/** Something to read that a test changes and breaks, at a time of its own. */
const aReading = () => {
  const source = { value: 'first', isBroken: false, now: 1_000 };
  const store = createReading(
    async () => {
      if (source.isBroken) throw new Error('offline');
      return source.value;
    },
    () => source.now,
  );
  return { source, store };
};

describe('something that is read over its life', () => {
  it('is loading, then there, as of then', async () => {
    const { store } = aReading();
    expect(store.get()).toEqual({ loadable: { state: 'loading' }, freshness: null });
    await store.reload();
    expect(store.get()).toEqual({
      loadable: { state: 'ready', value: 'first' },
      freshness: { asOf: 1_000, problem: null },
    });
  });

  it('stays as it was, and says of when, when it cannot be read anew', async () => {
    const { source, store } = aReading();
    await store.reload();
    Object.assign(source, { value: 'second', isBroken: true, now: 2_000 });
    await store.reload();
    expect(store.get()).toMatchObject({
      loadable: { state: 'ready', value: 'first' },
      freshness: { asOf: 1_000, problem: { code: 'unexpected' } },
    });
    source.isBroken = false;
    await store.reload();
    expect(store.get()).toEqual({
      loadable: { state: 'ready', value: 'second' },
      freshness: { asOf: 2_000, problem: null },
    });
  });

  it('is a problem when nothing is known, and loading again when it is tried again', async () => {
    const { source, store } = aReading();
    source.isBroken = true;
    await store.reload();
    expect(store.get()).toMatchObject({ loadable: { state: 'error' }, freshness: null });
    source.isBroken = false;
    const reloading = store.reload();
    expect(store.get().loadable.state).toBe('loading');
    await reloading;
    expect(store.get().loadable).toEqual({ state: 'ready', value: 'first' });
  });

  it('drops an answer that comes after something newer was shown, or after it was left', async () => {
    const { store } = aReading();
    const late = store.reload();
    store.set('saved');
    await late;
    expect(store.get().loadable).toEqual({ state: 'ready', value: 'saved' });
    const left = aReading().store;
    const lost = left.reload();
    left.leave();
    await lost;
    expect(left.get().loadable.state).toBe('loading');
  });

  it('keeps what other saves have shown when one of them shows its part', async () => {
    const store = createReading(async () => ({ intent: 'old', band: 'old' }));
    store.change((shown) => ({ ...shown, intent: 'nothing is shown yet' }));
    expect(store.get().loadable).toEqual({ state: 'loading' });
    await store.reload();
    const lookedAt = store.reload();
    store.change((shown) => ({ ...shown, intent: 'new' }));
    store.change((shown) => ({ ...shown, band: 'new' }));
    await lookedAt;
    expect(store.get().loadable).toEqual({ state: 'ready', value: { intent: 'new', band: 'new' } });
  });
});
