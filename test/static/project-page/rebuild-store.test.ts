import { fail } from '../../../src/contract/outcome';
import { createRebuilds } from '../../../static/project-page/rebuild-store';
import type { SumsKeep } from '../../../static/shared/kept-sums';
import type { SprintSums } from '../../../static/shared/sprint-sums';
import { aDatedSprint } from './a-sprint-figure';

const sumsOf = (sprintId: number): SprintSums => ({
  sprintId,
  rebuiltAt: 0,
  mayMissRemoved: false,
  keyResults: {},
});

const aKeep = (): SumsKeep & { readonly kept: Map<number, SprintSums> } => {
  const kept = new Map<number, SprintSums>();
  return {
    kept,
    find: (id) => kept.get(id) ?? null,
    keep: (sums) => void kept.set(sums.sprintId, sums),
    forget: (id) => void kept.delete(id),
  };
};

const sprints = [1, 2, 3, 4, 5].map((id) => aDatedSprint(id, `2026-0${id}-02`, `2026-0${id}-16`));

/** A Jira that answers when the test says so, a page a step. */
const byHand = () => {
  const asked: number[] = [];
  const open = new Map<
    number,
    { page: (loaded: number) => void; done: () => void; broken: (why: unknown) => void }
  >();
  const rebuild = (
    sprint: { readonly id: number },
    onPage: (loaded: number) => void,
  ): Promise<SprintSums> => {
    asked.push(sprint.id);
    return new Promise((resolve, reject) => {
      open.set(sprint.id, {
        page: (loaded) => {
          try {
            onPage(loaded);
          } catch (error) {
            reject(error as Error);
          }
        },
        done: () => resolve(sumsOf(sprint.id)),
        broken: reject,
      });
    });
  };
  return { asked, rebuild, of: (id: number) => open.get(id)! };
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('rebuilding sprints', () => {
  it('reads two at a time, the latest first, and tells how far it is', async () => {
    const { asked, rebuild, of } = byHand();
    const store = createRebuilds(rebuild, aKeep());
    const run = store.start(sprints);
    expect(asked).toEqual([5, 4]);
    of(5).page(100);
    of(4).page(60);
    of(5).page(130);
    expect(store.get().run).toMatchObject({ isGoing: true, done: 0, total: 5, issues: 190 });
    of(5).done();
    await settled();
    expect(asked).toEqual([5, 4, 3]);
    expect(store.get().run).toMatchObject({ done: 1, total: 5 });
    expect([...store.get().sums.keys()]).toEqual([5]);
    for (const id of [4, 3, 2, 1]) {
      of(id).done();
      await settled();
    }
    await run;
    expect(store.get().run).toBeNull();
    expect(store.get().sums.size).toBe(5);
  });

  it('does not start twice', async () => {
    const { asked, rebuild } = byHand();
    const store = createRebuilds(rebuild, aKeep());
    void store.start(sprints);
    await store.start(sprints);
    expect(asked).toEqual([5, 4]);
  });

  it('stops reading when it is told to, and goes on with those that are left', async () => {
    const { asked, rebuild, of } = byHand();
    const store = createRebuilds(rebuild, aKeep());
    const run = store.start(sprints);
    of(5).done();
    await settled();
    store.stop();
    of(4).page(100);
    of(3).done();
    await run;
    expect(asked).toEqual([5, 4, 3]);
    expect(store.get().run).toMatchObject({ isGoing: false, done: 1, total: 5, problem: null });
    expect([...store.get().sums.keys()]).toEqual([5]);
    void store.start(sprints);
    expect(asked).toEqual([5, 4, 3, 4, 3]);
    expect(store.get().run).toMatchObject({ isGoing: true, done: 1, total: 5 });
  });

  it('goes on after a reload with what was kept', async () => {
    const keep = aKeep();
    const before = byHand();
    const run = createRebuilds(before.rebuild, keep).start(sprints.slice(3));
    before.of(5).done();
    before.of(4).done();
    await run;
    const after = byHand();
    const store = createRebuilds(after.rebuild, keep);
    store.recall(sprints);
    expect([...store.get().sums.keys()]).toEqual([4, 5]);
    void store.start(sprints);
    expect(after.asked).toEqual([3, 2]);
    expect(store.get().run).toMatchObject({ done: 2, total: 5 });
  });

  it('keeps nothing of a sprint that goes on', async () => {
    const keep = aKeep();
    const { rebuild, of } = byHand();
    const store = createRebuilds(rebuild, keep);
    const active = aDatedSprint(9, '2026-06-01', '2026-06-15', { state: 'active' });
    const run = store.start([active]);
    of(9).done();
    await run;
    expect(store.get().sums.has(9)).toBe(true);
    expect(keep.kept.size).toBe(0);
  });

  it('says why it failed, drops the other reading, and goes on when it is asked to', async () => {
    const { asked, rebuild, of } = byHand();
    const store = createRebuilds(rebuild, aKeep());
    const run = store.start(sprints);
    of(5).done();
    await settled();
    try {
      fail({ code: 'rate-limited', message: 'Jira is busy.' });
    } catch (error) {
      of(4).broken(error);
    }
    await run;
    expect(store.get().run).toMatchObject({ isGoing: false, done: 1, problem: { message: 'Jira is busy.' } });
    of(3).done();
    await settled();
    expect([...store.get().sums.keys()]).toEqual([5]);
    void store.start(sprints);
    expect(asked).toEqual([5, 4, 3, 4, 3]);
    expect(store.get().run).toMatchObject({ isGoing: true, problem: null });
  });

  it('reads again what is forgotten', async () => {
    const keep = aKeep();
    const { asked, rebuild, of } = byHand();
    const store = createRebuilds(rebuild, keep);
    const two = sprints.slice(0, 2);
    const run = store.start(two);
    of(1).done();
    of(2).done();
    await run;
    store.forget(two);
    expect(store.get().sums.size).toBe(0);
    expect(keep.kept.size).toBe(0);
    void store.start(two);
    expect(asked).toEqual([2, 1, 2, 1]);
  });
});
