import { DAY_MS, CLOSED_SPRINTS, type Calendar } from './calendar';
import type { Draft } from './issue-draft';
import type { PlannedOkrs } from './okr-ids';
import type { Random } from './random';
import { EXEMPTION_NOTES } from './texts/phrases';
import { STATUS, TYPE } from './workflow';

export const TAG_PROPERTY = 'throughline-tag';

/** What share of the work serves a key result, by its own tag or its epic's, and what share is exempt. */
const SHARES = {
  recent: { tagged: 0.45, exempt: 0.12 },
  past: { tagged: 0.62, exempt: 0.12 },
} as const;

/**
 * Tags the demo's work: some epics, and issues by their own tags until the shares are met. What is in `spared` stays
 * untagged. Some issues under a tagged epic say otherwise themselves, some serve two key results.
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
  for (const [era, share] of Object.entries(SHARES)) {
    const work = items.filter((draft) => isRecent(draft, calendar) === (era === 'recent'));
    const inheriting = work.filter(inherits);
    const free = random.shuffled(work.filter((draft) => !inherits(draft) && !spared.has(draft)));
    const serving = free
      .filter(({ epic }) => epic?.serves)
      .slice(0, Math.round(work.length * share.tagged) - inheriting.length);
    for (const draft of serving) draft.properties[TAG_PROPERTY] = ownTag(draft, okrs, random);
    const rest = free
      .filter((draft) => !serving.includes(draft))
      .sort((a, b) => likelihood(b) - likelihood(a));
    for (const draft of rest.slice(0, Math.round(work.length * share.exempt))) {
      draft.properties[TAG_PROPERTY] = exemption(draft, random);
    }
    for (const draft of inheriting.filter(() => random.chance(0.06))) {
      draft.properties[TAG_PROPERTY] =
        draft.typeId === TYPE.bug
          ? exemption(draft, random)
          : tagged([okrs.keyResultId(COMPANY[era as keyof typeof COMPANY])]);
    }
  }
};

export const inherits = ({ parent }: Draft): boolean => parent?.epic?.tagged === true;

const COMPANY = { recent: 'satisfaction', past: 'satisfaction-summer' } as const;

/** In a sprint of the active cycle, or, where there are no sprints, open or finished in it. */
export const isRecent = ({ sprintIds, statusId, resolved }: Draft, calendar: Calendar): boolean =>
  sprintIds.length > 0
    ? Math.max(...sprintIds.map((id) => id % 100)) > CLOSED_SPRINTS - 3
    : statusId !== STATUS.done || Date.parse(resolved!) >= calendar.activeCycle.first * DAY_MS;

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
