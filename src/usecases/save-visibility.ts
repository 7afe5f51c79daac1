import type { SaveVisibility } from '../contract/project-page';
import type { Caller } from '../platform/caller';
import { loadLists, saveList } from '../storage/plan';
import { jqlMayHaveChanged } from './ask-for-jql-refresh';
import { changeUntilKept } from './change-until-kept';
import { withdrawTitles } from './withdraw-titles';

/** Keeps a team's objectives to people who may browse its project, or shows them to everybody on the site. */
export const saveVisibility = async (
  caller: Caller,
  { projectId, restricted }: SaveVisibility,
): Promise<{ readonly restricted: boolean }> => {
  const scope = { type: 'team', projectId } as const;
  const read = async () => (await loadLists([scope]))[0]!;
  await changeUntilKept(
    await read(),
    read,
    ({ value }) => (value.restricted === restricted ? value : { ...value, restricted }),
    async (list, current) => list === current.value || saveList(scope, list, current),
  );
  await jqlMayHaveChanged(caller.now);
  if (restricted) await withdrawTitles(projectId).catch(sayNotWithdrawn);
  return { restricted };
};

/** What the team decided is saved whatever becomes of this, and Jira asks anew for each issue that somebody opens. */
const sayNotWithdrawn = (): void => {
  console.warn('Lists of other projects may show titles of a team that keeps its OKRs to itself.');
};
