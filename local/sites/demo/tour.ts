import type { Board, Dashboard, Site } from '../../jira/model';
import { PEOPLE } from './people';
import { BOARDS } from './projects';
import type { KeyResultText } from './texts/objective-text';

const UNTAGGED =
  'project = BOOK AND issue in issuesWithoutKeyResult() AND statusCategory != Done ORDER BY Rank';

/** What to try on the demo, in order. */
export const demoTour = (
  untaggedKey: string,
  served: Pick<KeyResultText, 'title' | 'owner' | 'unit'>,
): Site['tour'] => [
  {
    title: 'Tag a story',
    text: `As ${nameOf(served.owner)}, open ${untaggedKey}. Nobody has said which key result it serves: choose “${served.title}” in the panel Key results, on the right.`,
    link: `/browse/${untaggedKey}`,
    account: served.owner,
  },
  {
    title: 'See where it went',
    text: 'Open Booking’s OKRs. Open the key result: the running sprint opens with it, and your story is in it; under “No key result” is what is still untagged.',
    link: '/projects/BOOK/okrs',
    account: served.owner,
  },
  {
    title: 'Refine the backlog',
    text: 'Nadia’s list of what has no key result, in backlog order, with suggestions. Select many with Shift and tag them at once; exempt, cut or defer others; undo any of it.',
    link: '/projects/BOOK/okrs/refinement',
    account: 'nadia',
  },
  {
    title: 'Plan the next sprint',
    text: 'Say what the sprint is to move and how far, and write the sentence into its goal: somebody has written one already. Below is how its work splits, against the team’s band.',
    link: '/projects/BOOK/okrs/planning',
    account: 'nadia',
  },
  {
    title: 'Check in',
    text: `Back on Booking’s OKRs, check in on “${served.title}”, which ${nameOf(served.owner)} owns: a new value (${served.unit}), how sure you are, and why.`,
    link: '/projects/BOOK/okrs',
    account: served.owner,
  },
  {
    title: 'Review the sprint',
    text: 'The dashboard shows what Booking’s running sprint moved: each key result at the sprint’s start, now, and where it should be, with the finished work under it.',
    link: '/dashboards/1',
    account: served.owner,
  },
  {
    title: 'Rank with WSJF',
    text: 'Choose “Epics”, change a figure and sort again. What key results say and what a person says stand side by side; “Leave the key results out” shows what they change.',
    link: '/projects/BOOK/okrs/wsjf',
    account: 'nadia',
  },
  {
    title: 'See it in lists, and search for it',
    text: 'What nobody has tagged, by a function of JQL. Search for “project = BOOK” to see the column Key results filled; a short code stands for what not everybody may read.',
    link: `/search?jql=${encodeURIComponent(UNTAGGED)}`,
    account: served.owner,
  },
  {
    title: 'Look at an epic’s tag',
    text: 'Open the OKRs of Deck App. Work under “Vehicle lane planner” serves “Boarding time” because its epic does; nobody tagged it one by one.',
    link: '/projects/DECK/okrs',
    account: 'ines',
  },
  {
    title: 'Look in without the right to change',
    text: 'Viktor may browse Booking and change nothing: the same panel without its controls.',
    link: `/browse/${untaggedKey}`,
    account: 'viewer',
  },
  {
    title: 'Be refused',
    text: 'Owen has a login and no project. The story does not exist for him, nor does a number that it is part of.',
    link: `/browse/${untaggedKey}`,
    account: 'outsider',
  },
  {
    title: 'Set the company’s goals',
    text: 'Mirela manages company OKRs: she can plan the next cycle, change company objectives, and close this cycle.',
    link: '/projects/BOOK/okrs',
    account: 'mirela',
  },
  {
    title: 'A team without sprints',
    text: 'Harbour Systems works on a kanban board without estimates and plans over two weeks at a time. Only its own team may browse it and see its goals.',
    link: '/projects/HARB/okrs',
    account: 'bram',
  },
  {
    title: 'Take a copy of everything',
    text: 'Astrid administers the site. On the app’s page in the administration she exports all that the app keeps into one file. Importing it again first shows what would change: nothing.',
    link: '/admin/app',
    account: 'admin',
  },
  {
    title: 'Turn off the light',
    text: 'Switch to the dark theme at the top and look at the same pages again.',
    link: '/dashboards/1',
    account: served.owner,
  },
];

const nameOf = (accountId: string): string =>
  PEOPLE.find((person) => person.accountId === accountId)?.displayName ?? accountId;

export const DEMO_DASHBOARDS: readonly Dashboard[] = [
  {
    id: '1',
    name: 'Sprint reviews',
    items: [
      { id: '101', moduleKey: 'sprint-review-widget', config: reviewOf(BOARDS.BOOK) },
      { id: '102', moduleKey: 'sprint-review-gadget', config: reviewOf(BOARDS.DECK) },
    ],
  },
];

/** What somebody has who chose a board and lets the review follow it. */
function reviewOf({ id, projectId, name }: Board) {
  return { boardId: id, sprintId: null, projectId, boardName: name };
}
