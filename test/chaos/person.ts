import type { Random } from '../../local/random';
import type { IssuePanelView } from '../../src/contract/issue-panel';
import type { CheckedIn, ProjectPageView } from '../../src/contract/project-page';
import type { CycleView, ObjectiveView } from '../../src/contract/views';
import { withCycle, withObjective } from '../../static/project-page/merge';
import type { Frame } from './frame';
import type { Wish } from './operation';

/** Somebody with screens open: what they see is what they loaded and saved, and may be old. */
export type Person = {
  readonly frame: Frame;
  readonly random: Random;
  /** The project page of each project that they have looked at. */
  readonly pages: Map<string, ProjectPageView>;
  /** The panel of each issue that they have looked at. */
  readonly panels: Map<string, IssuePanelView>;
};

/** Shows on the person's screens what the app answered to a change, or sent along with a conflict. */
export const show = (person: Person, { name, payload }: Wish, value: unknown): void => {
  const { projectId } = person.frame;
  if (name === 'saveTag') {
    const id = String(payload['issueId']);
    const panel = person.panels.get(id);
    if (panel) person.panels.set(id, { ...panel, ownTag: (value as { tag: IssuePanelView['ownTag'] }).tag });
    return;
  }
  const page = person.pages.get(projectId);
  if (page === undefined) return;
  person.pages.set(projectId, changed(page, name, value));
};

const changed = (page: ProjectPageView, name: Wish['name'], value: unknown): ProjectPageView => {
  switch (name) {
    case 'saveCycle':
    case 'changeCycleState':
      return withCycle(page, value as CycleView);
    case 'saveVisibility':
      return { ...page, visibility: { ...page.visibility, ...(value as { restricted: boolean }) } };
    case 'checkIn':
      return withObjective(page, (value as CheckedIn).objective);
    default:
      return withObjective(page, value as ObjectiveView);
  }
};
