/**
 * Says, from the data files alone, which open work of a project has no key result, sprint by sprint. Nothing of the app
 * and nothing of the stand-in is imported here: this is the second opinion that the list is held against.
 *
 *   node test/real-site/expected-untagged.mjs <issues.json> <draw.json>
 *
 * draw.json: `{ project, tagged: [keys], reopened: [keys], sprints: [ids of those that are not closed] }`. Prints
 * `{ "<sprint id>" | "backlog": [keys in order] }`.
 */
import { readFileSync } from 'node:fs';

const [issuesFile, drawFile] = process.argv.slice(2);
const issues = JSON.parse(readFileSync(issuesFile, 'utf8'));
const draw = JSON.parse(readFileSync(drawFile, 'utf8'));
const tagged = new Set(draw.tagged);
const reopened = new Set(draw.reopened);
const above = new Map(issues.map((issue) => [issue.key, issue.parent || issue.epic || null]));

const result = {};
for (const issue of issues) {
  if (issue.project !== draw.project || issue.subtask || issue.type === 'Epic') continue;
  if (issue.statusCategory === 'done' && !reopened.has(issue.key)) continue;
  let from = issue.key;
  while (from && !tagged.has(from)) from = above.get(from) || null;
  if (from) continue;
  const sprint = issue.sprintIds.find((id) => draw.sprints.includes(id));
  (result[sprint ?? 'backlog'] ||= []).push(issue.key);
}
for (const keys of Object.values(result)) keys.sort();
process.stdout.write(JSON.stringify(result));
