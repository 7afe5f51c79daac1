import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadSite } from '../../../local/sites/load-site';
import { describeWithShared } from '../../shared-data';

type Row = {
  readonly key: string;
  readonly epic: string | null;
  readonly parent: string | null;
  readonly sprintIds: number[];
};

describeWithShared('the real site’s files', ['data', 'tidev'], (folder) => {
  const rows = (): Row[] =>
    JSON.parse(readFileSync(path.join(folder, 'slice-2015-2016h1.issues.json'), 'utf8')) as Row[];

  it('are loaded whole', () => {
    const { site } = loadSite(folder);
    // 1,045 issues, and two epics that are only referenced.
    expect(site.issues).toHaveLength(1047);
    expect(site.sprints).toHaveLength(89);
    expect(site.boards.map(({ id }) => id)).toEqual([100, 113, 114, 121, 144, 199]);
  });

  it('keep every issue’s sprints and parent', () => {
    const { site } = loadSite(folder);
    const byKey = new Map(site.issues.map((issue) => [issue.key, issue]));
    const keyOf = new Map(site.issues.map(({ id, key }) => [id, key]));
    for (const row of rows()) {
      const issue = byKey.get(row.key)!;
      expect(new Set(issue.sprintIds)).toEqual(new Set(row.sprintIds));
      expect(keyOf.get(issue.parentId ?? '') ?? null).toBe(row.parent ?? row.epic);
    }
    expect(Math.max(...site.issues.map(({ sprintIds }) => sprintIds.length))).toBe(8);
  });

  it('give board 114 to TIMOB, with all the projects of its sprints and no estimates', () => {
    const { site } = loadSite(folder);
    const board = site.boards.find(({ id }) => id === 114)!;
    expect(site.projects.find(({ id }) => id === board.projectId)?.key).toBe('TIMOB');
    expect(board).toMatchObject({
      estimationFieldId: null,
      filterJql: 'project in (TIMOB, MOD, AC, ALOY) ORDER BY Rank ASC',
    });
    const inSlice = site.sprints.filter(
      ({ originBoardId, startDate }) =>
        originBoardId === 114 && startDate! >= '2015' && startDate! < '2016-07',
    );
    expect(inSlice).toHaveLength(39);
  });
});
