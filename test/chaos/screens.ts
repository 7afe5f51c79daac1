import { invoke } from '@forge/bridge';
import { failure, type Outcome } from '../../src/contract/outcome';
import type { IssuePanelView } from '../../src/contract/issue-panel';
import type { History, ProjectPageView } from '../../src/contract/project-page';
import * as page from '../../static/project-page/queries';
import { invokeIssuePanel, invokeProjectPage } from '../../static/shared/invoke';
import { toProblem } from '../../static/shared/loading';
import type { Change } from './operation';

/** Sends a change as its screen does: again, with the same ids, when no answer came. */
export const send = (name: Change, payload: object): Promise<Outcome<unknown>> =>
  caught(SCREENS[name](payload as never));

/** Sends it once, as by somebody who closes the page before the answer comes. */
export const sendOnce = (name: Change, payload: object): Promise<Outcome<unknown>> =>
  caught(invoke(name, { ...payload }) as Promise<Outcome<unknown>>);

export const loadPage = (projectId: string, cycleId: string | null): Promise<Outcome<ProjectPageView>> =>
  caught(invokeProjectPage('loadProjectPage', { projectId: projectId as never, cycleId: cycleId as never }));

export const loadPanel = (issueId: string): Promise<Outcome<IssuePanelView>> =>
  caught(invokeIssuePanel('loadIssuePanel', { issueId }));

export const loadHistory = (keyResultId: string): Promise<Outcome<History>> =>
  caught(invokeProjectPage('loadHistory', { keyResultId: keyResultId as never }));

const caught = <T>(call: Promise<Outcome<T>>): Promise<Outcome<T>> =>
  call.catch((error: unknown) => failure(toProblem(error)));

type Send = (payload: never) => Promise<Outcome<unknown>>;

const SCREENS: Readonly<Record<Change, Send>> = {
  saveTag: (payload) => invokeIssuePanel('saveTag', payload),
  saveCycle: page.saveCycle,
  changeCycleState: page.changeCycleState,
  saveObjective: page.saveObjective,
  archiveObjective: page.archiveObjective,
  saveKeyResult: page.saveKeyResult,
  archiveKeyResult: page.archiveKeyResult,
  checkIn: page.checkIn,
  saveVisibility: page.saveVisibility,
};
