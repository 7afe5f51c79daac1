import type { IsoInstant } from '../../src/domain/dates';
import type { KeyResultId } from '../../src/domain/ids';
import { LONGEST_LEARNING, MOST_VERDICTS, withVerdict, type GivenVerdict } from '../../src/domain/verdict';
import { loadLearnings, saveLearnings } from '../../src/storage/learnings';
import { aDay, aKeyResultId } from '../builders/okrs';
import { aStorage, type TestStorage } from './a-storage';

const ID = aKeyResultId();
const aVerdict = (sprintId: number, over: Partial<GivenVerdict> = {}): GivenVerdict => ({
  place: { kind: 'sprint', sprintId },
  endedOn: aDay('2026-02-13'),
  verdict: 'confirmed',
  learning: 'Shorter forms help',
  savedAt: '2026-02-16T09:00:00.000Z' as IsoInstant,
  ...over,
});

let storage: TestStorage;
beforeEach(() => {
  storage = aStorage();
});

const read = async (id: KeyResultId = ID) => (await loadLearnings([id]))[0]!;
const save = async (...verdicts: GivenVerdict[]): Promise<boolean> =>
  saveLearnings({ keyResultId: ID, verdicts }, await read());

test('nothing was learned of a key result that nobody said anything of', async () => {
  expect(await read()).toEqual({ value: { keyResultId: ID, verdicts: [] }, recordRevision: null });
});

test('what was learned is as it was saved, in the order asked for', async () => {
  const other = aKeyResultId('kr0002');
  await save(aVerdict(2), aVerdict(1, { learning: '' }));
  const found = await loadLearnings([other, ID]);
  expect(found.map(({ value }) => value)).toEqual([
    { keyResultId: other, verdicts: [] },
    { keyResultId: ID, verdicts: [aVerdict(2), aVerdict(1, { learning: '' })] },
  ]);
});

test('a save that somebody else was quicker than is refused, and theirs stays', async () => {
  const before = await read();
  await save(aVerdict(1));
  expect(await saveLearnings({ keyResultId: ID, verdicts: [aVerdict(2)] }, before)).toBe(false);
  const again = await read();
  await save(aVerdict(3));
  expect(await saveLearnings({ keyResultId: ID, verdicts: [aVerdict(2)] }, again)).toBe(false);
  expect((await read()).value.verdicts).toEqual([aVerdict(3)]);
});

test.each(['request lost', 'reply lost', [503, 'SERVICE_UNAVAILABLE']] as const)(
  'a save that was not answered is done, and done once: %s',
  async (mishap) => {
    for (const [turn, path] of [/entity\/set/, /transaction/].entries()) {
      storage.suffer(path, mishap);
      expect(await save(aVerdict(turn))).toBe(true);
      expect(await read()).toEqual({
        value: { keyResultId: ID, verdicts: [aVerdict(turn)] },
        recordRevision: turn + 1,
      });
    }
  },
);

test('as much as is kept fits into what storage keeps', async () => {
  const all = Array.from({ length: MOST_VERDICTS + 5 }, (_, index) =>
    aVerdict(index, { learning: '字'.repeat(LONGEST_LEARNING) }),
  ).reduce<readonly GivenVerdict[]>((before, one) => withVerdict(before, one.place, one), []);
  expect(all).toHaveLength(MOST_VERDICTS);
  expect(await save(...all)).toBe(true);
  expect((await read()).value.verdicts).toEqual(all);
});
