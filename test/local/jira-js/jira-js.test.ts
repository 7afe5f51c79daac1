import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startServer, type RunningServer } from '../../../local/server';
import { loadSite } from '../../../local/sites/load-site';
import { watcher } from '../../contract/fail-on-mismatch';
import { describeWithShared } from '../../shared-data';
import { FIXTURE_ROOT } from '../forge/fixture-stand-in';
import type { Seen } from './seen';

type IssueRow = {
  readonly key: string;
  readonly project: string;
  readonly epic: string | null;
  readonly sprintIds: readonly number[];
};
type SprintRow = { readonly id: number; readonly state: string; readonly originBoardId: number | null };

const SLICE = 'slice-2015-2016h1';

describeWithShared('jira.js against a real site', ['data', 'tidev'], (folder) => {
  let server: RunningServer;
  let seen: Seen;
  const read = <Row>(name: string): Row[] =>
    JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Row[];
  const issues = read<IssueRow>(`${SLICE}.issues.json`);
  const sprints = read<SprintRow>(`${SLICE}.sprints.json`);

  beforeAll(async () => {
    const load = () => loadSite(folder, { say: () => undefined });
    server = await startServer({
      port: 0,
      root: FIXTURE_ROOT,
      load,
      log: () => undefined,
      onExchange: watcher.onExchange,
    });
    seen = await walk(server.url, 'member@site.example');
  });
  afterAll(() => server.close());

  it('logs in by e-mail address', () => {
    expect(seen.accountId).toBe('member');
  });

  it('sees every project and every board', () => {
    expect(seen.projectKeys).toEqual([...new Set(issues.map(({ project }) => project))].sort());
    const boardIds = new Set(sprints.map(({ originBoardId }) => originBoardId).filter((id) => id !== null));
    expect(seen.boardIds).toEqual([...boardIds].sort((a, b) => a - b));
  });

  it('sees every sprint on its board, in its state', () => {
    const expected = sprints
      .filter(({ originBoardId }) => originBoardId !== null)
      .map(({ id, originBoardId, state }) => `${id} of ${originBoardId}, ${state}`);
    expect(expected.length).toBeGreaterThan(80);
    expect(seen.sprints.map(({ id, boardId, state }) => `${id} of ${boardId}, ${state}`).sort()).toEqual(
      expected.sort(),
    );
  });

  it('sees exactly the issues of each sprint, page by page', () => {
    const expected = new Map(
      sprints.map(({ id }) => [
        id,
        issues.filter(({ sprintIds }) => sprintIds.includes(id)).map(({ key }) => key),
      ]),
    );
    for (const { id, issueKeys } of seen.sprints)
      expect([...issueKeys].sort()).toEqual(expected.get(id)?.sort());
    expect(Math.max(...seen.sprints.map(({ issueKeys }) => issueKeys.length))).toBeGreaterThan(25);
  });

  it('finds every issue once by searching through all pages', () => {
    const expected = new Set(issues.flatMap(({ key, epic }) => (epic === null ? [key] : [key, epic])));
    expect([...seen.found].sort()).toEqual([...expected].sort());
  });

  it('reads what it wrote: a history and a property', () => {
    const { status, history, pagedHistory, property } = seen.change;
    expect(history).toContain(`status: ${status}`);
    expect(pagedHistory).toBe(1);
    expect(property).toEqual({ seen: [1, 'ü'] });
    const issue = server.standIn.site.issues.find(({ key }) => key === seen.change.issueKey);
    expect(issue?.properties).toEqual({ walk: { seen: [1, 'ü'] } });
  });
});

/** In a process of its own, where the package is loaded as published: Jest's module system takes no ES modules. */
async function walk(url: string, email: string): Promise<Seen> {
  const script = path.join(__dirname, 'walk.mts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, url, email], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Seen;
}
