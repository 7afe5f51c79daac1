/**
 * Says, from the data files alone, in which bucket every issue of every sprint belongs. Nothing of the app and nothing of
 * the stand-in is imported here: this is the second opinion that the app is held against.
 *
 *   node test/real-site/expected-buckets.mjs <issues.json> <sprints.json> <tags.json>
 *
 * tags.json: `{ "<issue key>": { "keyResults": [...] } | { "exempt": "<reason>" } }`. Prints
 * `{ "<sprint id>": { "own": { "<key result>": [keys] }, "inherited": { … }, "exempt": [keys], "untagged": [keys] } }`.
 */
import { readFileSync } from 'node:fs';

const [issuesFile, sprintsFile, tagsFile] = process.argv.slice(2);
const issues = JSON.parse(readFileSync(issuesFile, 'utf8'));
const sprints = JSON.parse(readFileSync(sprintsFile, 'utf8'));
const tags = JSON.parse(readFileSync(tagsFile, 'utf8'));

const above = new Map(issues.map((issue) => [issue.key, issue.parent || issue.epic || null]));
const result = {};

for (const sprint of sprints) {
  const day = (sprint.startDate || '').slice(0, 10);
  if (sprint.originBoardId !== 114 || day < '2015-01-01' || day > '2016-06-30') continue;
  const buckets = { own: {}, inherited: {}, exempt: [], untagged: [] };
  for (const issue of issues) {
    if (issue.subtask || !issue.sprintIds.includes(sprint.id)) continue;
    let from = issue.key;
    while (from && !tags[from]) from = above.get(from) || null;
    const tag = from && tags[from];
    if (!tag) buckets.untagged.push(issue.key);
    else if (tag.exempt) buckets.exempt.push(issue.key);
    else {
      const side = from === issue.key ? buckets.own : buckets.inherited;
      for (const keyResult of tag.keyResults) (side[keyResult] ||= []).push(issue.key);
    }
  }
  result[sprint.id] = buckets;
}
process.stdout.write(JSON.stringify(result));
