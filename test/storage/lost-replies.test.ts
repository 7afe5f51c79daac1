import { MOST_TRIES } from '../../src/contract/patience';
import { problemOf } from '../../src/contract/outcome';
import type { CheckIn } from '../../src/domain/check-in';
import type { AccountId, CheckInId } from '../../src/domain/ids';
import type { Objective } from '../../src/domain/objective';
import { findCheckIn, loadCheckIns } from '../../src/storage/check-ins';
import { loadLists, saveList } from '../../src/storage/plan';
import { addCheckIn, createObjective, loadObjectives, updateObjective } from '../../src/storage/objectives';
import { aDay, aKeyResult, anObjective } from '../builders/okrs';
import { aStorage, type TestStorage } from './a-storage';

const WRITES = /transaction|entity\/set/;
const objective = anObjective({ keyResults: [aKeyResult()] });
const other = { ...objective, title: 'Theirs' };
const aCheckIn = (ending: string): CheckIn => ({
  id: `${objective.keyResults[0]!.id}-check00${ending}` as CheckInId,
  keyResultId: objective.keyResults[0]!.id,
  value: 40,
  confidence: 7,
  note: '',
  date: aDay('2026-02-02'),
  author: 'account-member' as AccountId,
  createdAt: '2026-02-16T09:00:00.000Z' as CheckIn['createdAt'],
});

let storage: TestStorage;
beforeEach(async () => {
  storage = aStorage();
  await saveList(objective.scope, { restricted: false, entries: [] }, { value: null, recordRevision: null });
  storage.calls.splice(0);
});

/** Creates it in its list, as the list is now. */
const create = async (created: Objective = objective): Promise<boolean> => {
  const list = (await loadLists([created.scope]))[0]!;
  const entries = [...list.value.entries, { objectiveId: created.id, cycleId: created.cycleId }];
  return createObjective(created, { ...list.value, entries }, list);
};

const read = async () => (await loadObjectives([objective.id]))[0]!;
const update = async (changed: Objective = { ...objective, title: 'Mine' }): Promise<boolean> =>
  updateObjective(changed, await read());
const writes = (): string[] => storage.calls.filter((path) => WRITES.test(path));

describe('a read that was not answered', () => {
  it.each(['request lost', 'reply lost', [503, 'SERVICE_UNAVAILABLE'], [429, 'TOO_MANY_REQUESTS']] as const)(
    'is made again: %s',
    async (mishap) => {
      await create();
      storage.suffer(/batch\/get/, mishap, mishap);
      expect((await read()).value.title).toBe(objective.title);
      storage.suffer(/entity\/query/, mishap);
      expect(await loadCheckIns(objective.id)).toEqual([]);
      expect(storage.waited).toEqual([150, 300, 150]);
    },
  );

  it('is made no more than a few times, and then a problem that says what to do', async () => {
    storage.suffer(/batch/, 'request lost', 'request lost', 'request lost', 'request lost');
    const problem = problemOf(await read().catch((error: unknown) => error));
    expect(problem).toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringContaining('Try again'),
    });
    expect(storage.calls).toHaveLength(MOST_TRIES);
  });

  it('is not made again when storage refused it', async () => {
    storage.suffer(/batch/, [400, 'INVALID_KEY']);
    await expect(read()).rejects.toMatchObject({ code: 'INVALID_KEY' });
    expect(storage.calls).toHaveLength(1);
  });
});

describe('a create whose reply was lost', () => {
  it('finds itself, and is written once', async () => {
    storage.suffer(WRITES, 'reply lost');
    expect(await create()).toBe(true);
    expect(await read()).toEqual({ value: objective, recordRevision: 1 });
  });

  it('is refused when somebody else joined the list meanwhile, and nothing of it is written', async () => {
    const others = { ...other, id: 'obbbbbbbbb' as Objective['id'] };
    storage.suffer(WRITES, 'request lost');
    storage.meanwhile(() => create(others));
    expect(await create()).toBe(false);
    expect((await loadObjectives([objective.id, others.id])).map(({ value }) => value)).toEqual([others]);
  });
});

describe('an update whose reply was lost', () => {
  beforeEach(() => create());

  it('that arrived is done, and done once', async () => {
    storage.suffer(WRITES, 'reply lost');
    expect(await update()).toBe(true);
    expect(await read()).toMatchObject({ value: { title: 'Mine' }, recordRevision: 2 });
  });

  it('that did not arrive is made again', async () => {
    storage.suffer(WRITES, 'request lost', [500, 'INTERNAL_SERVER_ERROR']);
    expect(await update()).toBe(true);
    expect(await read()).toMatchObject({ value: { title: 'Mine' }, recordRevision: 2 });
  });

  it('never goes over what somebody else wrote meanwhile', async () => {
    for (const mishap of ['request lost', 'reply lost'] as const) {
      const before = (await read()).recordRevision!;
      storage.suffer(WRITES, mishap);
      storage.meanwhile(async () => updateObjective(other, await read()));
      expect(await update()).toBe(false);
      const revision = before + (mishap === 'reply lost' ? 2 : 1);
      expect(await read()).toMatchObject({ value: { title: 'Theirs' }, recordRevision: revision });
    }
  });

  it('is found even when every try lost its reply', async () => {
    storage.suffer(WRITES, 'reply lost', 'request lost', 'request lost');
    storage.calls.splice(0);
    expect(await update()).toBe(true);
    expect(writes()).toHaveLength(MOST_TRIES);
  });

  it('is said to be unknown when nothing answers any more', async () => {
    const before = await read();
    const lost = Array.from({ length: MOST_TRIES }, () => 'request lost' as const);
    storage.suffer(WRITES, ...lost);
    storage.suffer(/batch/, ...lost);
    const error = await updateObjective({ ...objective, title: 'Mine' }, before).catch(
      (thrown: unknown) => thrown,
    );
    expect(problemOf(error)).toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringContaining('may or may not have arrived'),
    });
  });

  it('is known not to have arrived when storage was only busy', async () => {
    storage.suffer(WRITES, ...Array.from({ length: MOST_TRIES }, () => [429, 'REQUEST_THROTTLED'] as const));
    const problem = problemOf(await update().catch((error: unknown) => error));
    expect(problem).toMatchObject({
      code: 'rate-limited',
      message: expect.stringContaining('Nothing was changed'),
    });
  });
});

describe('a check-in whose reply was lost', () => {
  beforeEach(() => create());

  it('is there once when it arrived', async () => {
    const checkIn = aCheckIn('1');
    storage.suffer(WRITES, 'reply lost');
    expect(await addCheckIn(objective, await read(), checkIn)).toBe(true);
    expect(await loadCheckIns(objective.id)).toEqual([checkIn]);
  });

  it('is not taken for another one that left the objective the same', async () => {
    const [mine, theirs] = [aCheckIn('1'), aCheckIn('2')];
    storage.suffer(WRITES, 'request lost');
    storage.meanwhile(async () => addCheckIn(objective, await read(), theirs));
    expect(await addCheckIn(objective, await read(), mine)).toBe(false);
    expect(await findCheckIn(mine.id)).toBeNull();
    expect(await findCheckIn(theirs.id)).toEqual(theirs);
  });
});
