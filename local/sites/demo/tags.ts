import { DAY_MS, CLOSED_SPRINTS, type Calendar } from './calendar';
import type { Draft } from './issue-draft';
import type { PlannedOkrs } from './okr-ids';
import { ROSTERS } from './people';
import type { Random } from '../../random';
import { EXEMPTION_NOTES } from './texts/phrases';
import { STATUS, TYPE } from './workflow';

export const TAG_PROPERTY = 'throughline-tag';

/**
 * What share of the work serves a key result, by its own tag or its epic's, and what share is exempt: work of the active
 * cycle, what only waits in the backlog, and work of the closed cycle.
 */
const SHARES = {
  recent: { tagged: 0.47, exempt: 0.12 },
  waiting: { tagged: 0.33, exempt: 0.08 },
  past: { tagged: 0.62, exempt: 0.12 },
} as const;
type Era = keyof typeof SHARES;

/**
 * Tags the demo's work: some epics, and issues by their own tags until each team's shares are met. What is in `spared`
 * stays untagged. Some issues under a tagged epic say otherwise themselves, some serve two key results.
 */
export const tagWork = (
  drafts: readonly Draft[],
  spared: ReadonlySet<Draft>,
  okrs: PlannedOkrs,
  calendar: Calendar,
  random: Random,
): void => {
  for (const epic of drafts.filter((draft) => draft.typeId === TYPE.epic && draft.epic!.tagged)) {
    epic.properties[TAG_PROPERTY] = tagged([okrs.keyResultId(epic.epic!.serves!)]);
  }
  const items = drafts.filter(({ typeId }) => typeId !== TYPE.epic && typeId !== TYPE.subtask);
  for (const team of Object.keys(ROSTERS)) {
    for (const era of Object.keys(SHARES) as Era[]) {
      const work = items.filter((draft) => draft.team === team && eraOf(draft, calendar) === era);
      tagShare(work, era, spared, okrs, random);
    }
  }
};

const tagShare = (
  work: readonly Draft[],
  era: Era,
  spared: ReadonlySet<Draft>,
  okrs: PlannedOkrs,
  random: Random,
): void => {
  const wanted = (share: number): number => Math.round(work.length * share);
  const inheriting = work.filter(inherits);
  const free = random.shuffled(work.filter((draft) => !inherits(draft) && !spared.has(draft)));
  const missing = Math.max(0, wanted(SHARES[era].tagged) - inheriting.length);
  const serving = free.filter(({ epic }) => epic?.serves).slice(0, missing);
  for (const draft of serving) draft.properties[TAG_PROPERTY] = ownTag(draft, okrs, random);
  const rest = free.filter((draft) => !serving.includes(draft)).sort((a, b) => likelihood(b) - likelihood(a));
  for (const draft of rest.slice(0, wanted(SHARES[era].exempt))) {
    draft.properties[TAG_PROPERTY] = exemption(draft, random);
  }
  for (const draft of inheriting.filter(() => random.chance(0.06))) {
    const company = era === 'past' ? 'satisfaction-summer' : 'satisfaction';
    draft.properties[TAG_PROPERTY] =
      draft.typeId === TYPE.bug ? exemption(draft, random) : tagged([okrs.keyResultId(company)]);
  }
};

export const inherits = ({ parent }: Draft): boolean => parent?.epic?.tagged === true;

/** A team without sprints works on what is open, and has finished what it finished in the cycle. */
const eraOf = ({ team, sprintIds, statusId, resolved }: Draft, calendar: Calendar): Era => {
  const numbers = sprintIds.map((id) => id % 100);
  if (numbers.length > 0) return Math.max(...numbers) > CLOSED_SPRINTS - 3 ? 'recent' : 'past';
  if (statusId === STATUS.done)
    return Date.parse(resolved!) >= calendar.activeCycle.first * DAY_MS ? 'recent' : 'past';
  return team === 'HARB' ? 'recent' : 'waiting';
};

const likelihood = ({ epic, typeId }: Draft): number =>
  (epic?.serves ? 0 : 2) + (typeId === TYPE.story ? 0 : 1);

const ownTag = ({ epic }: Draft, okrs: PlannedOkrs, random: Random): unknown => {
  const main = epic!.serves!;
  const second = epic!.window === 'current' && random.chance(0.1) ? ['tickets-without-help'] : [];
  return tagged([main, ...second].map(okrs.keyResultId));
};

const tagged = (keyResults: string[]): unknown => ({ version: 1, state: 'tagged', keyResults });

const exemption = ({ typeId }: Draft, random: Random): unknown => {
  const reasons = { [TYPE.bug]: ['bug'], [TYPE.task]: ['tech-debt', 'operations'] }[typeId] ?? [
    'discovery',
    'other',
  ];
  const reason = random.pick(reasons);
  return {
    version: 1,
    state: 'exempt',
    reason,
    note: random.chance(0.7) ? random.pick(EXEMPTION_NOTES[reason]!) : '',
  };
};
