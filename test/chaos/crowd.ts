import { randomFrom, type Random } from '../../local/random';
import type { IssuePanelView } from '../../src/contract/issue-panel';
import type { ProjectPageView } from '../../src/contract/project-page';
import type { Frame } from './frame';
import type { Journal } from './journal';
import type { Wish } from './operation';
import { ISSUES_PER_PROJECT, PROJECTS } from './people';
import { show, type Person } from './person';
import * as refused from './refused-wishes';
import { tagWish } from './tag-wishes';
import { pause } from './virtual-time';
import * as wishes from './wishes';
import { PLACE, type Maker } from './wishes';

export type CrowdOptions = {
  readonly journal: Journal;
  readonly frames: readonly Frame[];
  readonly seed: number;
  readonly operations: number;
};

/** Lets everybody work at once until so many things were tried. */
export const letThemWork = async (options: CrowdOptions): Promise<void> => {
  const { journal, frames, seed } = options;
  const run: Run = { journal, left: options.operations };
  const crowd = frames.map((frame, index) => ({
    frame,
    random: randomFrom(seed * 1000 + index),
    pages: new Map(),
    panels: new Map(),
  }));
  await Promise.all(crowd.map((person) => work(run, person)));
};

/** The longest that somebody thinks before they do the next thing, in milliseconds. */
const LONGEST_THOUGHT_MS = 1_500;
/** How many do not wait for an answer that does not come at once. */
const IMPATIENT = 0.5;

type Run = { readonly journal: Journal; left: number };

const work = async (run: Run, person: Person): Promise<void> => {
  const { random, frame } = person;
  while (run.left > 0) {
    await pause(random.next() * LONGEST_THOUGHT_MS);
    frame.projectId = random.pick(PROJECTS).id;
    const wish = await lookAndWish(person);
    if (wish === null || run.left <= 0) continue;
    run.left -= 1;
    const outcome = await run.journal.act(frame, wish, !random.chance(IMPATIENT));
    const current = outcome.ok ? outcome.value : outcome.error.current;
    if (current !== undefined && current !== null) show(person, wish, current);
  }
};

/** Opens a screen, or goes on with the one that is open, and wants something of it. */
const lookAndWish = async (person: Person): Promise<Wish | null> => {
  const { random, frame } = person;
  const unique = random.whole(1, 1_000_000_000);
  if (random.chance(0.3)) {
    const view = await openPanel(person);
    return view === null ? null : tagWish(view, random, unique);
  }
  const page = await openPage(person);
  const made = page === null ? null : pickMaker(random)(page, random, unique);
  if (made === null) return null;
  const text = JSON.stringify(made.payload).replaceAll(PLACE, frame.projectId);
  return { ...made, payload: JSON.parse(text) as Wish['payload'] };
};

/** How often somebody looks anew before they act, rather than at what they have. */
const FRESH = 0.4;

const openPage = async ({ pages, random, frame }: Person): Promise<ProjectPageView | null> => {
  const { projectId } = frame;
  const known = pages.get(projectId) ?? null;
  if (known !== null && !random.chance(FRESH)) return known;
  const others = known?.cycles.map(({ id }) => id) ?? [];
  const cycleId = others.length > 0 && random.chance(0.3) ? random.pick(others) : null;
  const outcome = await frame.loadPage(projectId, cycleId);
  if (outcome.ok) pages.set(projectId, outcome.value);
  return outcome.ok ? outcome.value : known;
};

const openPanel = async ({ panels, random, frame }: Person): Promise<IssuePanelView | null> => {
  const project = PROJECTS.findIndex(({ id }) => id === frame.projectId);
  const issueId = `${project + 1}000${random.whole(1, ISSUES_PER_PROJECT)}`;
  const known = panels.get(issueId) ?? null;
  if (known !== null && !random.chance(FRESH)) return known;
  const outcome = await frame.loadPanel(issueId);
  if (outcome.ok) panels.set(issueId, outcome.value);
  return outcome.ok ? outcome.value : known;
};

const pickMaker = (random: Random): Maker => {
  const total = MAKERS.reduce((sum, [weight]) => sum + weight, 0);
  let at = random.next() * total;
  for (const [weight, maker] of MAKERS) {
    at -= weight;
    if (at < 0) return maker;
  }
  return wishes.checkIn;
};

const MAKERS: readonly (readonly [weight: number, maker: Maker])[] = [
  [36, wishes.checkIn],
  [12, wishes.newKeyResult],
  [12, wishes.editKeyResult],
  [5, wishes.archiveKeyResult],
  [8, wishes.newObjective],
  [10, wishes.editObjective],
  [4, wishes.archiveObjective],
  [5, wishes.newCycle],
  [10, wishes.editCycle],
  [8, wishes.changeCycleState],
  [5, wishes.saveVisibility],
  ...Object.values(refused).map((maker) => [1.5, maker] as const),
];
