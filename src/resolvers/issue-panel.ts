import * as contract from '../contract/issue-panel';
import * as column from '../contract/key-result-column';
import { loadIssuePanel } from '../usecases/load-issue-panel';
import { loadObjectives } from '../usecases/load-objectives';
import { editsSomeOf, refreshColumn } from '../usecases/refresh-column';
import { saveTag } from '../usecases/save-tag';
import { anybodyLoggedIn, editsIssue } from '../usecases/who-may';
import { handle } from './handle';
import { surface } from './surface';

export const issuePanel = surface<contract.IssuePanelApi & column.KeyResultColumnApi>({
  loadIssuePanel: handle(contract.loadIssuePanel, anybodyLoggedIn, loadIssuePanel),
  loadObjectives: handle(contract.loadObjectives, anybodyLoggedIn, loadObjectives),
  saveTag: handle(contract.saveTag, editsIssue, saveTag),
  refreshColumn: handle(column.refreshColumn, editsSomeOf, refreshColumn),
});
