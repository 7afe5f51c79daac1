import type { Issue, Site, Sprint } from '../../jira/model';
import type { SeedStep } from '../../seams';
import { calendarAround } from './calendar';
import { GROUPS, PEOPLE } from './people';
import { BOARDS, PROJECTS } from './projects';
import { randomFrom } from './random';
import { teamHistories } from './team-histories';
import { numbered } from './numbering';
import { CUSTOM_FIELDS, ISSUE_TYPES, PRIORITIES, RESOLUTIONS, STATUSES } from './workflow';

/**
 * The demo: Brightwater Ferries, a made-up company with three teams, as it would stand on the morning of `today`
 * (UTC). The same day gives the same site, and nothing in it has happened after that day began.
 */
export const demoSite = (today: Date): { site: Site; script: SeedStep[] } => {
  const calendar = calendarAround(today);
  const { drafts, sprints } = teamHistories(calendar);
  const { issues } = numbered(drafts, randomFrom(4400));
  return { site: siteOf(issues, sprints), script: [] };
};

const siteOf = (issues: Issue[], sprints: Sprint[]): Site => ({
  name: 'Brightwater Ferries',
  tour: [],
  accounts: [...PEOPLE],
  groups: structuredClone([...GROUPS]),
  projects: structuredClone(Object.values(PROJECTS)),
  issueTypes: [...ISSUE_TYPES],
  statuses: [...STATUSES],
  priorities: [...PRIORITIES],
  resolutions: [...RESOLUTIONS],
  customFields: [...CUSTOM_FIELDS],
  boards: structuredClone(Object.values(BOARDS)),
  sprints,
  issues,
  dashboards: [],
});
