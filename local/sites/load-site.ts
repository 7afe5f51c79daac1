import { basename } from 'node:path';
import type { Site } from '../jira/model';
import type { SeedStep } from '../seams';
import { boardsOf } from './from-files/boards';
import { catalogueOf } from './from-files/catalogue';
import { checkReferences } from './from-files/check-references';
import { findFiles, type SiteFiles } from './from-files/find-files';
import { issuesOf } from './from-files/issues';
import { addReferencedEpics } from './from-files/referenced-epics';
import { globalPermissions, groupsOf, peopleOf, permissionSchemes, projectsOf } from './from-files/people';
import { readRows, report } from './from-files/read-rows';
import { epicRow, issueRow, sprintRow } from './from-files/rows';
import { dashboardsOf, tourOf } from './from-files/tour';

export type LoadOptions = {
  /** Which of several slices to take: the files' name before `.issues.json`. */
  readonly slice?: string;
  /** Told what was chosen where there was a choice. */
  readonly say?: (line: string) => void;
};

/**
 * A site from a folder of files in the format of `docs/site-format.md`: issues, their sprints, and epics that are only
 * referenced. What the files do not hold is made up, as little as a site needs:
 * - accounts `admin`, `lead`, `member`, `viewer`, `outsider`, and one for everybody whom an issue names; their rights;
 * - statuses, issue types, priorities and resolutions: those that occur, with ids where the files give none;
 * - boards: one for each board id of a sprint, its columns the three status categories, no estimation field;
 * - the order of the backlog: open issues first, each in the order of creation;
 * - no histories, no permissions beside roles, no OKRs.
 * @throws an error that names the file, the line, what is wrong and what to do.
 */
export const loadSite = (folder: string, options: LoadOptions = {}): { site: Site; script: SeedStep[] } => {
  const files = findFiles(folder, options.slice, options.say ?? console.log);
  const { given, sprints, epics } = readFiles(files);
  checkReferences(given, sprints, epics);
  const rows = addReferencedEpics(given, epics).map(({ value }) => value);
  const catalogue = catalogueOf(rows);
  const people = peopleOf(rows);
  const sprintRows = sprints.map(({ value }) => value);
  const { issueTypes, statuses, priorities, resolutions, projects } = catalogue;
  const boards = boardsOf(sprintRows, rows, catalogue);
  const issues = issuesOf(rows, sprintRows, catalogue);
  const site: Site = {
    name: basename(folder),
    tour: tourOf(issues, boards, sprintRows, catalogue.projects),
    accounts: people,
    groups: groupsOf(people),
    globalPermissions: globalPermissions(),
    permissionSchemes: permissionSchemes(),
    securitySchemes: [],
    projects: projectsOf(projects, issueTypes),
    issueTypes,
    statuses,
    priorities,
    resolutions,
    customFields: [{ id: 'customfield_10020', name: 'Sprint', type: 'sprint' }],
    boards,
    sprints: sprintRows,
    issues,
    dashboards: dashboardsOf(boards, sprintRows),
  };
  return { site, script: [] };
};

/** The rows of all files. @throws an error that names what is wrong in any of them. */
const readFiles = (files: SiteFiles) => {
  const given = readRows(files.issues, issueRow);
  const sprints = readRows(files.sprints, sprintRow);
  const epics = files.epics === null ? { rows: [], faults: [] } : readRows(files.epics, epicRow);
  report([...given.faults, ...sprints.faults, ...epics.faults]);
  return { given: given.rows, sprints: sprints.rows, epics: epics.rows };
};
