import type { Issue, Project, Site, Sprint } from '../local/jira/model';
import { aProject, aSite, aSprint, anIssue } from '../test/builders/a-site';

const PROJECTS = 20;
const SPRINTS_PER_PROJECT = 25;

/** A site of so many made-up issues in 20 projects, each with epics, sprints, and tags on every fourth story. */
export const manyIssues = (count: number): Site => {
  const projects = Array.from({ length: PROJECTS }, (_, at) => projectAt(at));
  const sprints = projects.flatMap((_, at) =>
    Array.from({ length: SPRINTS_PER_PROJECT }, (__, nth) => sprintAt(at, nth)),
  );
  return aSite({
    projects,
    sprints,
    issues: Array.from({ length: count }, (_, at) => issueAt(at)),
  });
};

const projectAt = (at: number): Project => aProject(String(10_000 + at), `P${at}`, ['account-member'], []);

const sprintAt = (project: number, nth: number): Sprint =>
  aSprint({
    id: 1 + project * SPRINTS_PER_PROJECT + nth,
    state: nth < SPRINTS_PER_PROJECT - 2 ? 'closed' : nth === SPRINTS_PER_PROJECT - 2 ? 'active' : 'future',
  });

/** Of each project's issues every fiftieth is an epic, the parent of those up to the next one. */
const issueAt = (at: number): Issue => {
  const project = at % PROJECTS;
  const number = Math.floor(at / PROJECTS);
  const isEpic = number % 50 === 0;
  const sprintId = 1 + project * SPRINTS_PER_PROJECT + (number % SPRINTS_PER_PROJECT);
  const created = new Date(Date.UTC(2025, 0, 1) + at * 300_000).toISOString();
  return anIssue(`P${project}-${number + 1}`, {
    id: String(100_000 + at),
    projectId: String(10_000 + project),
    typeId: isEpic ? '1' : '2',
    summary: `Made-up work number ${number} on ${TOPICS[at % TOPICS.length]}`,
    statusId: ['11', '12', '13'][number % 3] ?? '11',
    assignee: number % 4 === 0 ? null : 'account-member',
    labels: number % 10 === 0 ? ['web'] : [],
    created,
    updated: created,
    parentId: isEpic ? null : String(100_000 + (number - (number % 50)) * PROJECTS + project),
    sprintIds: isEpic || number % 5 === 0 ? [] : [sprintId],
    properties:
      number % 4 === 0 ? { tag: { state: 'tagged', keyResults: [`key-result-${number % 200}`] } } : {},
    rank: (at * 7919) % 1_000_003,
  });
};

const TOPICS = ['payment', 'search', 'delivery', 'accounts', 'reports', 'alerts', 'import'];
