import { CLOSED_SPRINTS } from './calendar';
import type { Draft } from './issue-draft';
import { inherits } from './tags';
import type { TeamKey } from './people';
import { STATUS, TYPE } from './workflow';

/** The issues that the tour and the script name; nothing else tags them. */
export type TourIssues = {
  /** An open story of Booking's running sprint that nobody has tagged. */
  readonly untagged: Draft;
  /** One that a member tags in the script. */
  readonly tagged: Draft;
  /** One of Deck App's that a member exempts in the script. */
  readonly exempt: Draft;
};

export const chooseTourIssues = (drafts: readonly Draft[]): TourIssues => {
  const [untagged, tagged] = candidates(drafts, 'BOOK');
  const [exempt] = candidates(drafts, 'DECK');
  if (!untagged || !tagged || !exempt)
    throw new Error('The demo’s running sprints have no open story without a tag.');
  return { untagged, tagged, exempt };
};

/** Open work of the team whose epic says nothing: stories first, and those of the running sprint before the others. */
const candidates = (drafts: readonly Draft[], team: TeamKey): Draft[] =>
  drafts
    .filter((draft) => draft.team === team && draft.statusId !== STATUS.done && !inherits(draft))
    .filter(
      ({ typeId, epic }) => typeId !== TYPE.epic && typeId !== TYPE.subtask && epic?.window === 'current',
    )
    .sort((a, b) => fitness(b) - fitness(a));

const fitness = ({ sprintIds, typeId, epic }: Draft): number =>
  (sprintIds.length > 0 && sprintIds.at(-1)! % 100 === CLOSED_SPRINTS + 1 ? 4 : 0) +
  (typeId === TYPE.story ? 2 : 0) +
  (MEMBERS_OWN.includes(epic!.serves!) ? 1 : 0);

/** Key results of Amara, who is a plain member: what she tags she can check in on. */
const MEMBERS_OWN = ['time-to-ticket', 'self-service-changes'];
