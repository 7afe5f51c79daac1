import { problemOf } from '../../src/contract/outcome';
import { MOST_TRIES } from '../../src/contract/patience';
import type { IsoInstant } from '../../src/domain/dates';
import type { ProjectId } from '../../src/domain/ids';
import type { StartLine, TaggedLine } from '../../src/domain/sprint-ledger';
import {
  findLedger,
  loadLedgers,
  loadLines,
  loadStartLines,
  runningSprints,
  saveLedger,
  saveLines,
  saveStartLines,
  type SprintLedger,
} from '../../src/storage/sprint-ledgers';
import { aStorage, type TestStorage } from './a-storage';
import { longestLines } from './some-lines';

const SPRINT = 38;
const STARTED = '2026-02-02T09:00:00.000Z' as IsoInstant;
const CLOSED = '2026-02-13T15:00:00.000Z' as IsoInstant;

const startLines = (count: number): StartLine[] =>
  Array.from({ length: count }, (_, index) => ({
    issueId: String(1000 + index),
    points: index % 3 === 0 ? null : index,
    done: index % 5 === 0,
    tag: null,
  }));
const lines = (count: number): TaggedLine[] =>
  startLines(count).map(({ issueId, points }) => ({
    issueId,
    entrance: 'committed',
    outcome: 'completed',
    initialPoints: points,
    finalPoints: points,
    tag: { state: 'exempt', reason: 'bug', inherited: false },
    tagAtStart: null,
  }));

const running = (pieces: readonly string[], over: Partial<SprintLedger> = {}): SprintLedger => ({
  sprintId: SPRINT,
  projectId: '10000' as ProjectId,
  boardId: 1,
  state: 'running',
  startedAt: STARTED,
  start: { frozenAt: STARTED, pieces },
  closedAt: null,
  close: null,
  ...over,
});
const closed = (pieces: readonly string[], over: Partial<SprintLedger> = {}): SprintLedger =>
  running([], {
    state: 'closed',
    start: null,
    closedAt: CLOSED,
    close: { frozenAt: CLOSED, pieces, mayMissRemoved: false },
    ...over,
  });
const NONE = { value: null, recordRevision: null };

let storage: TestStorage;
beforeEach(() => {
  storage = aStorage();
});

const writes = (): string[] => storage.calls.filter((path) => /set|transaction/.test(path));

describe('a ledger', () => {
  test('is as it was saved, the close beside the start', async () => {
    const first = running(await saveStartLines(SPRINT, startLines(3)));
    expect(await saveLedger(first, NONE)).toBe(true);
    const read = await findLedger(SPRINT);
    expect(read).toEqual({ value: first, recordRevision: 1 });
    expect(await loadStartLines(read.value!)).toEqual(startLines(3));
    const pieces = await saveLines(SPRINT, lines(3));
    const second = { ...closed(pieces), start: first.start };
    expect(await saveLedger(second, read)).toBe(true);
    expect(await findLedger(SPRINT)).toEqual({ value: second, recordRevision: 2 });
    expect(await loadLines([second])).toEqual([lines(3)]);
  });

  test('may be of a sprint without a board, and without any work', async () => {
    const homeless = closed([], { boardId: null, projectId: null });
    expect(await saveLines(SPRINT, [])).toEqual([]);
    await saveLedger(homeless, NONE);
    expect((await findLedger(SPRINT)).value).toEqual(homeless);
    expect(await loadLines([homeless])).toEqual([[]]);
  });

  test('is found by its sprint, several in the order asked for', async () => {
    await saveLedger(running([]), NONE);
    await saveLedger(running([], { sprintId: 7 }), NONE);
    const found = await loadLedgers([7, 9, SPRINT]);
    expect(found.map(({ value }) => value?.sprintId ?? null)).toEqual([7, null, SPRINT]);
  });

  test('of many issues stands in pieces, in order, which are read at once for several sprints', async () => {
    const [many, few] = [lines(1234), lines(2)];
    const ledgers = [closed(await saveLines(SPRINT, many)), closed(await saveLines(7, few), { sprintId: 7 })];
    expect(ledgers[0]!.close?.pieces).toHaveLength(3);
    storage.calls.splice(0);
    expect(await loadLines(ledgers)).toEqual([many, few]);
    expect(storage.calls).toEqual(['batch/get']);
  });

  test('fits into what storage keeps, however long its tags are', async () => {
    const longest = longestLines(501);
    expect(await loadLines([closed(await saveLines(SPRINT, longest))])).toEqual([longest]);
  });

  test('says so when a piece of it is missing', async () => {
    await expect(loadLines([closed(['sprint:38:close:0:absent'])])).rejects.toThrow('missing');
  });
});

describe('pieces', () => {
  test('that are written twice are there once, under the same keys', async () => {
    const first = await saveLines(SPRINT, lines(600));
    expect(await saveLines(SPRINT, lines(600))).toEqual(first);
    expect(new Set(first).size).toBe(2);
  });

  test('that differ, or are of another sprint or moment, have keys of their own', async () => {
    const keys = [
      ...(await saveLines(SPRINT, lines(3))),
      ...(await saveLines(SPRINT, lines(4))),
      ...(await saveLines(7, lines(3))),
      ...(await saveStartLines(SPRINT, startLines(3))),
    ];
    expect(new Set(keys).size).toBe(4);
  });

  test.each(['request lost', 'reply lost', [503, 'SERVICE_UNAVAILABLE']] as const)(
    'are written once when a write is not answered: %s',
    async (mishap) => {
      storage.suffer(/entity\/set/, mishap);
      const pieces = await saveLines(SPRINT, lines(3));
      expect(await loadLines([closed(pieces)])).toEqual([lines(3)]);
    },
  );

  test('of a run that was killed before the pointer are found again by the next', async () => {
    // Killed after its first piece, and after all of them.
    const [first] = await saveLines(SPRINT, lines(600).slice(0, 500));
    const all = await saveLines(SPRINT, lines(600));
    expect((await findLedger(SPRINT)).value).toBeNull();
    expect(all[0]).toBe(first);
    const pieces = await saveLines(SPRINT, lines(600));
    expect(pieces).toEqual(all);
    await saveLedger(closed(pieces), NONE);
    expect(await loadLines([(await findLedger(SPRINT)).value!])).toEqual([lines(600)]);
  });

  test('that storage will not take leave no pointer to them', async () => {
    storage.suffer(/entity\/set/, ...Array.from({ length: MOST_TRIES }, () => 'request lost' as const));
    const refused = await saveLines(SPRINT, lines(3)).catch((error: unknown) => error);
    expect(problemOf(refused)).toMatchObject({ code: 'storage-unavailable' });
    expect((await findLedger(SPRINT)).value).toBeNull();
  });
});

describe('two runs that freeze the same sprint at once', () => {
  test('leave one ledger: the first that points to its pieces', async () => {
    const save = async (count: number) => saveLedger(closed(await saveLines(SPRINT, lines(count))), NONE);
    const kept = await Promise.all([save(3), save(4)]);
    expect([...kept].sort()).toEqual([false, true]);
    const { value, recordRevision } = await findLedger(SPRINT);
    expect(recordRevision).toBe(1);
    expect(await loadLines([value!])).toEqual([lines(kept[0] ? 3 : 4)]);
  });

  test('of which one is about the start and late, leave the close', async () => {
    const late = running(await saveStartLines(SPRINT, startLines(2)));
    await saveLedger(closed(await saveLines(SPRINT, lines(2))), NONE);
    expect(await saveLedger(late, NONE)).toBe(false);
    expect((await findLedger(SPRINT)).value?.state).toBe('closed');
  });

  test('each with a lost reply, still leave one', async () => {
    storage.suffer(/entity\/set/, 'reply lost', 'reply lost');
    const ledger = closed([]);
    expect(await saveLedger(ledger, NONE)).toBe(true);
    expect(await saveLedger({ ...ledger, closedAt: STARTED }, NONE)).toBe(false);
    expect((await findLedger(SPRINT)).value).toEqual(ledger);
    expect(writes().length).toBeGreaterThan(1);
  });
});

describe('the sprints that run', () => {
  test('are found page by page, and no others', async () => {
    for (let sprintId = 1; sprintId <= 230; sprintId += 1) {
      const state = sprintId % 10 === 0 ? 'closed' : sprintId % 11 === 0 ? 'gone' : 'running';
      await saveLedger(running([], { sprintId, state }), NONE);
    }
    const expected = Array.from({ length: 230 }, (_, index) => index + 1).filter(
      (id) => id % 10 !== 0 && id % 11 !== 0,
    );
    expect((await runningSprints()).sort((a, b) => a - b)).toEqual(expected);
  });
});
