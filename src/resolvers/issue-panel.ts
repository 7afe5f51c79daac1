import * as contract from '../contract/issue-panel';
import { loadIssuePanel } from '../usecases/load-issue-panel';
import { loadObjectives } from '../usecases/load-objectives';
import { saveTag } from '../usecases/save-tag';
import { anybodyLoggedIn, editsIssue } from '../usecases/who-may';
import { handle } from './handle';
import { surface } from './surface';

export const issuePanel = surface<contract.IssuePanelApi>({
  loadIssuePanel: handle(contract.loadIssuePanel, anybodyLoggedIn, loadIssuePanel),
  loadObjectives: handle(contract.loadObjectives, anybodyLoggedIn, loadObjectives),
  saveTag: handle(contract.saveTag, editsIssue, saveTag),
});
