import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describeWithShared } from '../shared-data';

const ROOT = path.join(__dirname, '..', '..');
const page = readFileSync(path.join(ROOT, 'docs', 'recorded-sprints.md'), 'utf8');

describeWithShared('docs/recorded-sprints.md', ['fixtures'], (folder) => {
  test('is what the rebuilding of every recorded sprint comes to, which ends without an error', async () => {
    const words = ['--import', 'tsx', path.join('scripts', 'list-recorded-sprints.ts')];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { cwd: ROOT });
    expect(stderr).toBe('');
    expect(stdout).toBe(page);
  });

  test('names every sprint of the recordings', () => {
    const replies = JSON.parse(
      readFileSync(path.join(folder, 'devlake.board-sprints.json'), 'utf8'),
    ) as readonly { readonly data: { readonly id: number } }[];
    const ids = new Set(replies.map(({ data }) => data.id));
    expect(ids.size).toBe(30);
    for (const id of [...ids, 3, 1, 175]) expect(page).toMatch(new RegExp(`^\\| ${id} +\\| \\d{4}-`, 'm'));
  });

  test('has of each issue one line a sprint, whose buckets add up to what the sprint’s line says', () => {
    const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const recordings = page.split(/^## /m).slice(2);
    expect(recordings).toHaveLength(3);
    const sprints = rows.filter(([, sprint, start]) => /^\d+$/.test(sprint ?? '') && start?.includes(':'));
    for (const [, , , , ...cells] of sprints) {
      const [issues, committed, added, doneBefore, completed, notCompleted, removed, elsewhere] = cells.map(
        (cell) => Number.parseInt(cell, 10),
      ) as [number, number, number, number, number, number, number, number];
      expect(committed + added + doneBefore).toBe(issues);
      expect(completed + notCompleted + removed + elsewhere).toBe(issues);
    }
    const lines = rows.filter(([, sprint, issue]) => /^\d+$/.test(sprint ?? '') && /^\d+$/.test(issue ?? ''));
    expect(lines).toHaveLength(sprints.reduce((sum, row) => sum + Number(row[4]), 0));
    expect(new Set(lines.map(([, sprint, issue]) => `${sprint} ${issue}`)).size).toBe(lines.length);
  });
});
