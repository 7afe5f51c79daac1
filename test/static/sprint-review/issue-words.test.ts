import { createIssueWords, type IssueWords } from '../../../static/sprint-review/issue-words';

const wordsOf = (key: string): IssueWords => ({
  key,
  summary: 'Sign exports',
  status: { name: 'Done', category: 'done' },
  inheritedFrom: null,
  note: '',
});

test('asks for each issue once, however often it is wanted', async () => {
  const read = jest.fn(
    async (ids: readonly string[]) => new Map(ids.map((id) => [id, wordsOf(`BILL-${id}`)])),
  );
  const words = createIssueWords(read);
  await Promise.all([words.need(['1', '2']), words.need(['2', '3'])]);
  await words.need(['1']);
  expect(read.mock.calls).toEqual([[['1', '2']], [['3']]]);
  expect([...words.get().words.keys()]).toEqual(['1', '2', '3']);
});

test('says of an issue that does not come that it is gone', async () => {
  const words = createIssueWords(async () => new Map());
  await words.need(['1']);
  expect(words.get().words.get('1')).toBeNull();
});

test('asks for nothing that came along with something else', async () => {
  const read = jest.fn();
  const words = createIssueWords(read);
  words.keep(new Map([['1', wordsOf('BILL-1')]]));
  await words.need(['1']);
  expect(read).not.toHaveBeenCalled();
});

test('says why issues could not be read and asks for them again', async () => {
  let works = false;
  const words = createIssueWords(async (ids) => {
    if (!works) throw new Error('Jira is away.');
    return new Map(ids.map((id) => [id, wordsOf(`BILL-${id}`)]));
  });
  await words.need(['1']);
  expect(words.get()).toMatchObject({ problem: { code: 'unexpected' } });
  works = true;
  await words.need(['1']);
  expect(words.get().problem).toBeNull();
  expect(words.get().words.get('1')?.key).toBe('BILL-1');
});
