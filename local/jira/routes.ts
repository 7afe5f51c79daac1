import { APP_FIELD_ROUTES } from './app-field-routes';
import { AVATAR_ROUTES } from './avatar-routes';
import { BOARD_ISSUE_ROUTES } from './board-issue-routes';
import { BOARD_ROUTES } from './board-routes';
import { BULK_EDIT_ROUTES } from './bulk-edit-routes';
import { CATALOGUE_ROUTES } from './catalogue-routes';
import { CHANGELOG_ROUTES } from './changelog-routes';
import { DASHBOARD_ROUTES } from './dashboard-routes';
import { ISSUE_CREATE_ROUTES } from './issue-create-routes';
import { ISSUE_DELETE_ROUTES } from './issue-delete-routes';
import { ISSUE_EDIT_ROUTES } from './issue-edit-routes';
import { ISSUE_ROUTES } from './issue-routes';
import { JQL_COMPUTATION_ROUTES } from './jql-computation-routes';
import { JQL_PARSE_ROUTES } from './jql-parse-routes';
import { MYSELF_ROUTES } from './myself-routes';
import { PERMISSION_ROUTES } from './permission-routes';
import { PROJECT_ROUTES } from './project-routes';
import { PROPERTY_BULK_ROUTES } from './property-bulk-routes';
import { PROPERTY_LIST_ROUTES } from './property-list-routes';
import { ISSUE_PROPERTY_ROUTES } from './property-routes';
import type { Route } from './route';
import { SEARCH_ROUTES } from './search-routes';
import { SPRINT_MOVE_ROUTES } from './sprint-move-routes';
import { SPRINT_ROUTES } from './sprint-routes';
import { STATUS_ROUTES } from './status-routes';
import { TRANSITION_ROUTES } from './transition-routes';
import { USER_ROUTES } from './user-routes';

/** Everything this Jira serves. */
export const ROUTES: readonly Route[] = [
  ...MYSELF_ROUTES,
  ...USER_ROUTES,
  ...AVATAR_ROUTES,
  ...PROJECT_ROUTES,
  ...CATALOGUE_ROUTES,
  ...STATUS_ROUTES,
  ...ISSUE_ROUTES,
  ...ISSUE_CREATE_ROUTES,
  ...ISSUE_EDIT_ROUTES,
  ...ISSUE_DELETE_ROUTES,
  ...TRANSITION_ROUTES,
  ...CHANGELOG_ROUTES,
  ...ISSUE_PROPERTY_ROUTES,
  ...PROPERTY_BULK_ROUTES,
  ...PROPERTY_LIST_ROUTES,
  ...BULK_EDIT_ROUTES,
  ...SEARCH_ROUTES,
  ...APP_FIELD_ROUTES,
  ...JQL_PARSE_ROUTES,
  ...JQL_COMPUTATION_ROUTES,
  ...PERMISSION_ROUTES,
  ...BOARD_ROUTES,
  ...BOARD_ISSUE_ROUTES,
  ...SPRINT_ROUTES,
  ...SPRINT_MOVE_ROUTES,
  ...DASHBOARD_ROUTES,
];
