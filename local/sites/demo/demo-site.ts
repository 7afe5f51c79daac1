import type { Issue, Site, Sprint } from '../../jira/model';
import type { SeedStep } from '../../seams';
import { calendarAround } from './calendar';
import { columnSteps } from './column-script';
import { hideIncidents } from './incidents';
import { numbered } from './numbering';
import { planOkrs } from './okr-ids';
import { okrScript } from './okr-script';
import { GROUPS, PEOPLE } from './people';
import { planningScript } from './planning-script';
import { BOARDS, PROJECTS } from './projects';
import { randomFrom } from '../../random';
import { reviewScript } from './review-script';
import { COMPANY_SCHEME, GLOBAL_PERMISSIONS, INCIDENTS } from './schemes';
import { tagSteps } from './tag-script';
import { tagWork } from './tags';
import { teamHistories } from './team-histories';
import { DEMO_DASHBOARDS, demoTour } from './tour';
import { chooseTourIssues } from './tour-issues';
import { bookingWishes } from './wishes';
import { giveFigures } from './wsjf';
import { CUSTOM_FIELDS, ISSUE_TYPES, PRIORITIES, RESOLUTIONS, STATUSES } from './workflow';

/**
 * The demo: Brightwater Ferries, a made-up company with three teams, as it would stand on the morning of `today`
 * (UTC). The same day gives the same site, and nothing in it has happened after that day began.
 */
export const demoSite = (today: Date): { site: Site; script: SeedStep[] } => {
  const calendar = calendarAround(today);
  const { drafts, sprints } = teamHistories(calendar);
  const okrs = planOkrs(randomFrom(5500));
  const chosen = chooseTourIssues(drafts);
  const spared = new Set(Object.values(chosen));
  tagWork(drafts, spared, okrs, calendar, randomFrom(6600));
  const all = [...drafts, ...bookingWishes(drafts, okrs, calendar, randomFrom(8800))];
  giveFigures(all, spared);
  const { issues, issueOf } = numbered(all, randomFrom(4400));
  hideIncidents(issues);
  const byHand = tagSteps(
    [
      {
        issue: issueOf(chosen.tagged),
        projectKey: 'BOOK',
        account: 'amara',
        tag: { state: 'tagged', keyResults: [okrs.keyResultId(chosen.tagged.epic!.serves!)] },
      },
      {
        issue: issueOf(chosen.exempt),
        projectKey: 'DECK',
        account: 'kofi',
        tag: { state: 'exempt', reason: 'discovery', note: 'Two days of looking, then we decide.' },
      },
    ],
    calendar,
  );
  return {
    site: siteOf(
      issues,
      sprints,
      demoTour(issueOf(chosen.untagged).key, okrs.keyResultNamed(chosen.untagged.epic!.serves!)),
    ),
    script: [
      ...[
        ...okrScript(okrs, calendar, randomFrom(7700)),
        ...planningScript(okrs, calendar, randomFrom(9900)),
        ...reviewScript(okrs, sprints),
      ].sort((a, b) => a.at.localeCompare(b.at)),
      ...byHand,
      ...columnSteps(issues, [issueOf(chosen.tagged), issueOf(chosen.exempt)], calendar),
    ],
  };
};

const siteOf = (issues: Issue[], sprints: Sprint[], tour: Site['tour']): Site => ({
  name: 'Brightwater Ferries',
  tour,
  accounts: [...PEOPLE],
  groups: structuredClone([...GROUPS]),
  globalPermissions: structuredClone(GLOBAL_PERMISSIONS),
  permissionSchemes: [structuredClone(COMPANY_SCHEME)],
  securitySchemes: [structuredClone(INCIDENTS)],
  projects: structuredClone(Object.values(PROJECTS)),
  issueTypes: [...ISSUE_TYPES],
  statuses: [...STATUSES],
  priorities: [...PRIORITIES],
  resolutions: [...RESOLUTIONS],
  customFields: [...CUSTOM_FIELDS],
  boards: structuredClone(Object.values(BOARDS)),
  sprints,
  issues,
  dashboards: structuredClone([...DEMO_DASHBOARDS]),
});
