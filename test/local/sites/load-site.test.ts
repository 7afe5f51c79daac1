import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadSite } from '../../../local/sites/load-site';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder with the files given: texts as they are, anything else as a list with one row a line. */
const folderWith = (files: Record<string, string | readonly unknown[]>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const text =
      typeof content === 'string'
        ? content
        : `[\n${content.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
    writeFileSync(join(folder, name), text);
  }
  return folder;
};

const issue = (changes: object = {}) => ({
  id: '7',
  key: 'ABC-1',
  type: 'Bug',
  subtask: false,
  summary: 'A “quoted” \u2028 <b>summary</b>',
  status: 'Open',
  statusId: '1',
  statusCategory: 'new',
  created: '2015-01-31T10:00:00.000+0000',
  updated: '2015-02-01T10:00:00.000+0100',
  ...changes,
});
const sprint = (changes: object = {}) => ({
  id: 3,
  name: 'Sprint 3',
  state: 'closed',
  startDate: null,
  originBoardId: 9,
  ...changes,
});
const done = { status: 'Closed', statusId: '6', statusCategory: 'done' };

const load = (
  issues: string | readonly unknown[],
  sprints: string | readonly unknown[] = [sprint()],
  epics?: readonly unknown[],
) =>
  loadSite(
    folderWith({
      'a.issues.json': issues,
      'a.sprints.json': sprints,
      ...(epics ? { 'epics.json': epics } : {}),
    }),
    {
      say: () => undefined,
    },
  );

describe('a site from files', () => {
  it('has what the files say, and moments in UTC', () => {
    const { site, script } = load([
      issue({ sprintIds: [3] }),
      issue({ ...done, id: 8, key: 'ABC-2', assignee: 'u1', priority: 'High' }),
    ]);
    expect(script).toEqual([]);
    expect(site.issues.map(({ key, created, updated }) => [key, created, updated])[0]).toEqual([
      'ABC-1',
      '2015-01-31T10:00:00.000Z',
      '2015-02-01T09:00:00.000Z',
    ]);
    expect(site.issues[0]).toMatchObject({
      summary: 'A “quoted” \u2028 <b>summary</b>',
      sprintIds: [3],
      history: [],
      rank: 0,
    });
    expect(site.priorities).toEqual([{ id: '1', name: 'High' }]);
    expect(site.accounts.map(({ userName }) => userName)).toEqual([
      'admin',
      'lead',
      'member',
      'viewer',
      'outsider',
      'u1',
    ]);
    expect(site.boards).toMatchObject([
      { id: 9, type: 'scrum', estimationFieldId: null, filterJql: 'project in (ABC) ORDER BY Rank ASC' },
    ]);
    expect(site.boards[0]?.columns.at(-1)).toEqual({ name: 'Done', statusIds: ['6'] });
  });

  it('makes an epic the parent where there is no parent, and adds an epic that is only referenced', () => {
    const { site } = load(
      [
        issue({ epic: 'ABC-50' }),
        issue({ id: 8, key: 'ABC-2', epic: 'ABC-3' }),
        issue({ id: 9, key: 'ABC-3', type: 'Epic' }),
        issue({ id: 10, key: 'ABC-4', type: 'Part', subtask: true, parent: 'ABC-1' }),
      ],
      [],
      [
        { id: 50, key: 'ABC-50', name: null, summary: 'Elsewhere' },
        { id: 51, key: 'ABC-51', name: 'Unused' },
      ],
    );
    const parentOf = (key: string) => site.issues.find((each) => each.key === key)?.parentId;
    expect(['ABC-1', 'ABC-2', 'ABC-4'].map(parentOf)).toEqual(['50', '9', '7']);
    expect(site.issues.map(({ key }) => key)).not.toContain('ABC-51');
    expect(site.issueTypes.map(({ name, hierarchyLevel }) => [name, hierarchyLevel])).toEqual([
      ['Bug', 0],
      ['Epic', 1],
      ['Part', -1],
    ]);
  });

  it('survives sprints without a board or dates, and an issue in many', () => {
    const sprints = Array.from({ length: 30 }, (_, id) =>
      sprint({
        id,
        originBoardId: id === 0 ? null : 9,
        startDate: id % 2 ? '2015-01-01T00:00:00.000Z' : null,
      }),
    );
    const { site } = load([issue({ sprintIds: sprints.map(({ id }) => id) })], sprints);
    expect(site.issues[0]?.sprintIds.slice(0, 3)).toEqual([1, 3, 5]);
    expect(site.issues[0]?.sprintIds).toHaveLength(30);
    expect(site.boards).toHaveLength(1);
  });

  it('takes the last of several slices and says so, or the one that is asked for', () => {
    const folder = folderWith({
      'a.issues.json': [issue()],
      'a.sprints.json': [],
      'b.issues.json': [issue({ key: 'B-1' })],
      'b.sprints.json': [],
    });
    const said: string[] = [];
    expect(loadSite(folder, { say: (line) => said.push(line) }).site.issues[0]?.key).toBe('B-1');
    expect(said).toEqual([expect.stringContaining('Taking b, the last by name.')]);
    expect(loadSite(folder, { slice: 'a' }).site).toMatchObject({
      name: basename(folder),
      issues: [{ key: 'ABC-1' }],
    });
    expect(() => loadSite(folder, { slice: 'c' })).toThrow('Choose one of: a, b.');
  });
});

/** The lines of what is thrown. */
const faultsOf = (broken: () => unknown): string[] => {
  try {
    broken();
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
};

describe('a broken folder', () => {
  it('that is missing or empty is named', () => {
    expect(() => loadSite('/nowhere/at/all')).toThrow('/nowhere/at/all does not exist');
    expect(() => loadSite(folderWith({}))).toThrow('There is no file *.issues.json');
    expect(() => loadSite(folderWith({ 'a.issues.json': [issue()] }))).toThrow(
      /a\.sprints\.json is missing\. Put the sprints/,
    );
  });

  it.each([
    ['a comma too many', `[\n{"id":1},\n]`, /a\.issues\.json, line 3, column 1: this is not JSON/],
    ['a missing quote', `[\n{"id": "1}\n]`, /a\.issues\.json, line 2, column 8: .*closing quote/],
    ['a file cut off', `[\n{"id": 1}`, /line 2, column 10: .*a closing \] is missing/],
    ['an empty file', '', /line 1, column 1: this is not JSON/],
    ['an object instead of a list', '{}', /line 1: this is not a list/],
  ])('with %s is named with its line', (_what, text, message) => {
    expect(() => load(text)).toThrow(message);
  });

  it.each([
    ['a row that is no object', ['x'], /line 2: A row must be an object/],
    ['a key that is none', [issue(), issue({ id: 8, key: 'nope' })], /line 3: “key” must be an issue’s key/],
    ['a missing summary', [issue({ summary: undefined })], /line 2: The column “summary” is missing/],
    [
      'a day that does not exist',
      [issue({ created: '2015-13-45T00:00:00Z' })],
      /line 2: “created” must be a moment/,
    ],
    ['an unknown category', [issue({ statusCategory: 'closed' })], /line 2: “statusCategory” must be new/],
    [
      'an unknown sprint',
      [issue({ sprintIds: [3, 4] })],
      /line 2: ABC-1 is in sprint 4, which the sprints’ file does not have/,
    ],
    [
      'an unknown parent',
      [issue({ parent: 'ABC-9' })],
      /line 2: ABC-1 has the parent ABC-9, which is not in the files/,
    ],
    ['an unknown epic', [issue({ epic: 'ABC-9' })], /Add ABC-9 to epics\.json/],
    ['a key twice', [issue(), issue({ id: 8 })], /line 3: the issue key ABC-1 is taken already \(.*line 2\)/],
    ['a sub-task without a parent', [issue({ subtask: true })], /line 2: A sub-task needs a “parent”/],
    [
      'one status id with two names',
      [issue(), issue({ id: 8, key: 'ABC-2', status: 'New' })],
      /line 3: status 1 is “New” here and “Open” in ABC-1/,
    ],
  ])('with %s is named with its line', (_what, rows, message) => {
    expect(() => load(rows)).toThrow(message);
  });

  it('names what is wrong in each of its files', () => {
    const folder = folderWith({
      'a.issues.json': '[\n{"id": 1,}\n]',
      'a.sprints.json': '[\n{"id": 1',
      'epics.json': [{ id: 1, key: 'nope' }],
    });
    expect(faultsOf(() => loadSite(folder))).toEqual([
      expect.stringMatching(/a\.issues\.json, line 2, column 10: this is not JSON/),
      expect.stringMatching(/a\.sprints\.json, line 2, column 9: this is not JSON/),
      expect.stringMatching(/epics\.json, line 2: “key” must be an issue’s key/),
    ]);
  });

  it.each([
    ['a moment', { created: 'yesterday' }, '“created” must be a moment'],
    ['a list', { labels: [1, 2] }, '“labels” must be a list of texts'],
    ['an id', { sprintIds: [-1.5] }, '“sprintIds” must be a whole number'],
  ])('says once what is wrong with %s', (_what, changes, message) => {
    expect(faultsOf(() => load([issue(changes)]))).toEqual([expect.stringContaining(message)]);
  });

  it('names every epic whose id is an issue’s', () => {
    const issues = [issue({ epic: 'ABC-50' }), issue({ id: 8, key: 'ABC-2', epic: 'ABC-51' })];
    const epics = [
      { id: 7, key: 'ABC-50' },
      { id: 8, key: 'ABC-51' },
    ];
    expect(faultsOf(() => load(issues, [], epics))).toEqual([
      expect.stringMatching(/epics\.json, line 2: the id 7 of ABC-50 is an issue’s already/),
      expect.stringMatching(/epics\.json, line 3: the id 8 of ABC-51 is an issue’s already/),
    ]);
  });

  it('names ten mistakes and counts the rest', () => {
    expect(() => load(Array.from({ length: 14 }, () => 'x'))).toThrow(/… and 4 more\./);
  });
});
