import { createIssueWords, type IssueWords } from '../../../../static/sprint-review/issue-words';
import { readNames } from '../../../../static/sprint-review/export/read-names';

const ids = Array.from({ length: 250 }, (_, index) => String(index));
const wordsOf = (asked: readonly string[]): ReadonlyMap<string, IssueWords> =>
  new Map(
    asked.map((id) => [
      id,
      {
        key: `DECK-${id}`,
        summary: '',
        status: { name: 'Done', category: 'done' as const },
        inheritedFrom: null,
        note: '',
      },
    ]),
  );

test('reads a hundred at a time and says how far it is', async () => {
  const asked: number[] = [];
  const words = createIssueWords(async (wanted) => (asked.push(wanted.length), wordsOf(wanted)));
  const known: number[] = [];
  expect(await readNames(words, ids, (count) => known.push(count))).toBeNull();
  expect(asked).toEqual([100, 100, 50]);
  expect(known).toEqual([100, 200, 250]);
  expect(words.get().words.get('249')?.key).toBe('DECK-249');
});

test('reads nothing that is known', async () => {
  const asked: (readonly string[])[] = [];
  const words = createIssueWords(async (wanted) => (asked.push(wanted), wordsOf(wanted)));
  words.keep(wordsOf(ids.slice(1)));
  await readNames(words, ids, () => undefined);
  expect(asked).toEqual([['0']]);
});

test('waits for what a list that was opened is reading', async () => {
  let answer: () => void = () => undefined;
  const words = createIssueWords(
    (wanted) => new Promise((resolve) => (answer = () => resolve(wordsOf(wanted)))),
  );
  void words.need(['1', '2']);
  const reading = readNames(words, ['1', '2'], () => undefined);
  answer();
  expect(await reading).toBeNull();
  expect(words.get().words.size).toBe(2);
});

test('says what kept it from going on, and goes on where it was', async () => {
  let fails = true;
  const asked: number[] = [];
  const words = createIssueWords(async (wanted) => {
    asked.push(wanted.length);
    if (asked.length === 2 && fails) throw new Error('lost');
    return wordsOf(wanted);
  });
  expect(await readNames(words, ids, () => undefined)).toMatchObject({ code: 'unexpected' });
  fails = false;
  expect(await readNames(words, ids, () => undefined)).toBeNull();
  expect(asked).toEqual([100, 100, 100, 50]);
});
