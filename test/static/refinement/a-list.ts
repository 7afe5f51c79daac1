import type { Issue, Site } from '../../../local/jira/model';
import { TAG_PROPERTY } from '../../../src/domain/tag';
import { createListStore, type ListStore } from '../../../static/refinement/list-store';
import { aSite } from '../../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../../builders/an-installed-app';
import { aKeyResultId } from '../../builders/okrs';
import { jiraInFrame } from '../../jira/jira-in-frame';

export const KEY_RESULT = aKeyResultId();
export const TAGGED = { [TAG_PROPERTY]: { version: 1, state: 'tagged', keyResults: [KEY_RESULT] } };
export const EXEMPT = { [TAG_PROPERTY]: { version: 1, state: 'exempt', reason: 'bug', note: '' } };

/** The list of TEAM's untagged work as somebody's browser reads it, a member's unless told, from an installed app. */
export const aList = async (
  issues: Issue[],
  {
    over = {},
    boardId = null,
    account = 'member',
  }: { readonly over?: Partial<Site>; readonly boardId?: number | null; readonly account?: string } = {},
): Promise<{ readonly app: InstalledApp; readonly list: ListStore }> => {
  const app = await anInstalledApp(aSite({ issues, ...over }));
  app.settle();
  const list = createListStore(
    jiraInFrame(app, account),
    { projectId: '10000', boardId },
    () => Promise.resolve([KEY_RESULT]),
    () => app.standIn.clock.now().getTime(),
  );
  return { app, list };
};

/** The keys of each section by its title, as they are listed; of what is not read yet the id. */
export const listedIn = (list: ListStore): Record<string, string[]> => {
  const { sections, rows } = list.get();
  return Object.fromEntries(
    sections.map(({ title, ids }) => [title, ids.map((id) => rows.get(id)?.key ?? id)]),
  );
};

/** Lets the rows in sight come. */
export const untilRead = async (list: ListStore, ids: readonly string[]): Promise<void> => {
  list.see(ids);
  const isListed = (id: string): boolean => list.get().sections.some((section) => section.ids.includes(id));
  for (let tries = 0; tries < 200; tries += 1) {
    if (ids.every((id) => list.get().rows.has(id) || !isListed(id))) break;
    await new Promise((done) => setTimeout(done, 25));
  }
  // What comes last is what their ancestors say.
  await new Promise((done) => setTimeout(done, 250));
};

export const allIds = (list: ListStore): string[] => list.get().sections.flatMap(({ ids }) => ids);
