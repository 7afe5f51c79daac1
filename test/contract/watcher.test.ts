import type { Exchange, JiraReply, JiraRequest } from '../../local/seams';
import { aSite, anIssue } from '../builders/a-site';
import { anInstalledApp } from '../builders/an-installed-app';
import { aJira } from '../local/jira/a-jira';
import { describeWithShared } from '../shared-data';
import { watcher as ofThisFile } from './fail-on-mismatch';
import { shapeOf, shapeProblems } from './recorded-shape';
import { createWatcher, failOn } from './watcher';

const BULK = '/rest/api/3/issue/bulkfetch';

/** A real exchange of the app with the stand-in, as it was. */
const exchange = async (over: Partial<JiraRequest> = {}): Promise<Exchange> => {
  const request: JiraRequest = {
    method: 'GET',
    path: '/rest/api/3/issue/TEAM-1',
    headers: {},
    body: null,
    ...over,
  };
  const caller = { as: 'user', accountId: 'account-member' } as const;
  return { request, caller, reply: await aJira([anIssue('TEAM-1')]).handle(request, caller) };
};

const found = (seen: Exchange, from: JiraRequest['from'] | null = 'back-end'): readonly string[] => {
  const watcher = createWatcher();
  watcher.onExchange({ ...seen, request: { ...seen.request, ...(from === null ? {} : { from }) } });
  return watcher.take();
};

const withBody = (seen: Exchange, change: (body: Record<string, unknown>) => unknown): Exchange => ({
  ...seen,
  reply: {
    ...seen.reply,
    body: JSON.stringify(change(JSON.parse(seen.reply.body) as Record<string, unknown>)),
  },
});

const replied = (over: Partial<JiraReply>, path = '/rest/api/3/issue/TEAM-1', method = 'GET'): Exchange => ({
  request: { method, path, headers: {}, body: null },
  caller: { as: 'app' },
  reply: { status: 200, headers: { 'content-type': 'application/json' }, body: '{}', points: 1, ...over },
});

describeWithShared('the watcher', ['openapi'], () => {
  const posted = (body: unknown) => ({ method: 'POST', path: BULK, body: JSON.stringify(body) });

  it('finds nothing in what is as specified', async () => {
    expect(found(await exchange())).toEqual([]);
    expect(found(await exchange(posted({ issueIdsOrKeys: ['TEAM-1'], fields: ['summary'] })))).toEqual([]);
  });

  it.each<[string, Partial<JiraRequest>, RegExp]>([
    [
      'an unknown query parameter',
      { path: '/rest/api/3/issue/TEAM-1?colour=red' },
      /query parameter colour: is not known/,
    ],
    [
      'a query parameter of a wrong type',
      { path: '/rest/api/3/project/search?startAt=first' },
      /startAt: must be integer/,
    ],
    [
      'a parameter in the path of a wrong type',
      { path: '/rest/agile/1.0/board/mine' },
      /boardId: must be integer/,
    ],
    [
      'an unknown field in the body',
      posted({ issueIdsOrKeys: ['TEAM-1'], colour: 1 }),
      /body colour: is not known/,
    ],
    [
      'a field of a wrong type in the body',
      posted({ issueIdsOrKeys: 'TEAM-1' }),
      /body issueIdsOrKeys: must be array/,
    ],
    ['a required field that is missing', posted({ fields: ['summary'] }), /body issueIdsOrKeys: is missing/],
    ['a body that is missing', { method: 'POST', path: BULK }, /body: is required/],
    ['a body where none is taken', { body: '{}' }, /body: the operation takes none/],
    [
      'an operation that Jira does not have',
      { path: '/rest/api/3/colours' },
      /no specification has this operation/,
    ],
    [
      'a method that an operation does not have',
      { method: 'DELETE', path: '/rest/api/3/field' },
      /no specification/,
    ],
  ])("finds %s in the app's request, and names the operation", async (_what, request, problem) => {
    const seen = await exchange(request);
    const problems = found(seen).filter((each) => each.includes("the app's request"));
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems[0]).toContain(`${request.method ?? 'GET'} /rest/`);
    expect(found(seen, null).filter((each) => each.includes('request'))).toEqual([]);
  });

  it('finds a wrong type, an unknown field and an undocumented status in a reply, whoever asked', async () => {
    const seen = await exchange();
    expect(
      found(
        withBody(seen, (body) => ({ ...body, key: 7 })),
        undefined,
      ),
    ).toEqual(['GET /rest/api/3/issue/{issueIdOrKey}, reply 200: key: must be string']);
    expect(
      found(
        withBody(seen, (body) => ({ ...body, colour: 'red' })),
        undefined,
      ),
    ).toEqual(['GET /rest/api/3/issue/{issueIdOrKey}, reply 200: colour: is not known']);
    expect(found({ ...seen, reply: { ...seen.reply, status: 418 } }, null)).toEqual([
      'GET /rest/api/3/issue/{issueIdOrKey}, reply 418: status 418 is not documented',
    ]);
    expect(found({ ...seen, reply: { ...seen.reply, body: '' } }, null)).toEqual([
      'GET /rest/api/3/issue/{issueIdOrKey}, reply 200: the body is empty',
    ]);
  });

  it('takes the refusals of its own from the list of holes, and those alone', () => {
    const refused = (text: string) =>
      replied({ status: 400, body: JSON.stringify({ errorMessages: [text] }) });
    expect(found(refused("The query parameter 'colour' is not known for GET /rest/…"), null)).toEqual([]);
    expect(found(refused('The issue is too green.'), null)).toEqual([expect.stringContaining('400')]);
    const oddly = replied({ status: 404, body: JSON.stringify({ message: 'gone' }) });
    expect(found(oddly, null)).toEqual([expect.stringContaining('message: is not known')]);
  });

  it("holds replies without a schema to jira.js's", () => {
    const sprint = { id: 1, state: 'closed', name: 'Sprint 1' };
    const path = '/rest/agile/1.0/sprint/1';
    expect(found(replied({ body: JSON.stringify(sprint) }, path), null)).toEqual([]);
    expect(found(replied({ body: JSON.stringify({ ...sprint, colour: 'red' }) }, path), null)).toEqual([
      expect.stringMatching(/GET \/rest\/agile\/1\.0\/sprint\/\{sprintId\}, reply 200: .*colour/),
    ]);
    expect(found(replied({ body: JSON.stringify({ ...sprint, id: '1' }) }, path), null)).toEqual([
      expect.stringContaining('reply 200: id:'),
    ]);
  });

  it('fails the test that caused a mismatch, though the app makes the best of it', async () => {
    const { standIn, get } = await anInstalledApp(aSite({ issues: [anIssue('TEAM-1')] }));
    await get('member', 'loadIssuePanel', { issueId: '10001' });
    expect(ofThisFile.take()).toEqual([]);
    await standIn.jira.handle(
      {
        method: 'GET',
        path: '/rest/api/3/issue/TEAM-1?colour=red',
        headers: {},
        body: null,
        from: 'front-end',
      },
      { as: 'user', accountId: 'account-member' },
    );
    expect(() => failOn(ofThisFile.take())).toThrow(/GET \/rest\/api\/3\/issue\/\{issueIdOrKey\}.*colour/);
  });
});

describe('the comparison with records', () => {
  const record = { id: '1', user: { name: 'Ada', active: true }, tags: [{ key: 'a' }], parent: null };
  const lacking = (
    ours: unknown,
    recorded: readonly unknown[] = [record],
    excepted: readonly string[] = [],
  ) => shapeProblems(shapeOf([ours]), shapeOf(recorded), (path) => excepted.includes(path));

  it('finds nothing where every field is there, and more', () => {
    expect(lacking({ ...record, parent: { id: '9' }, more: 1 })).toEqual([]);
  });

  it.each([
    ['a missing field', { ...record, user: { name: 'Ada' } }, ['user.active: is missing']],
    ['a wrong type', { ...record, id: 1 }, ['id: is number, recorded as string']],
    ['a list for an object', { ...record, user: [] }, ['user: is array, recorded as object']],
    [
      'a field that never has a value',
      { ...record, user: null },
      ['user: is always null, recorded as object'],
    ],
    ['a list that is always empty', { ...record, tags: [] }, ['tags.*: the list is always empty']],
    ['a field missing in the items of a list', { ...record, tags: [{}] }, ['tags.*.key: is missing']],
    ['a field missing in some', { ...record, tags: [{ key: 'a' }, {}] }, ['tags.*.key: is missing at times']],
  ])('finds %s', (_what, ours, problems) => {
    expect(lacking(ours)).toEqual(problems);
  });

  it('lets a field that some records lack be there at times', () => {
    const records = [{ dates: [{ start: 'a', end: 'b' }, { start: 'a' }] }];
    expect(lacking({ dates: [{ start: 'a' }, { start: 'a', end: 'b' }] }, records)).toEqual([]);
    expect(lacking({ dates: [{ start: 'a' }] }, records)).toEqual(['dates.*.end: is missing']);
  });

  it('looks past what is excepted', () => {
    expect(lacking({ ...record, user: {} }, [record], ['user.active', 'user.name'])).toEqual([]);
  });
});
