import { estimate, lastChange, type Draft } from './issue-draft';
import { FIGURES_OF_EPICS, FIGURES_OF_STORIES, type FigureText } from './texts/wsjf-figures';
import { POINTS_FIELD, STATUS, TYPE } from './workflow';

const WSJF_PROPERTY = 'throughline-wsjf';

/** Of epics of the closed cycle that are not done yet. */
const USUAL: FigureText = { points: 5 };

/**
 * Gives Booking's epics a size, so that they can be ranked, and some of them and of its open stories figures of a person,
 * a few of which say something else than the key results do.
 *
 * @param spared - Issues that stay as they are.
 */
export const giveFigures = (drafts: readonly Draft[], spared: ReadonlySet<Draft>): void => {
  const open = drafts.filter((draft) => draft.team === 'BOOK' && draft.statusId !== STATUS.done);
  for (const epic of open.filter(({ typeId }) => typeId === TYPE.epic)) {
    const { points, ...figures } = FIGURES_OF_EPICS[epic.summary] ?? USUAL;
    if (points !== undefined) estimate(epic, lastChange(epic) + 60_000, 'nadia', points);
    if (Object.keys(figures).length > 0) epic.properties[WSJF_PROPERTY] = { version: 1, ...figures };
  }
  const stories = open.filter(
    (draft) =>
      draft.typeId === TYPE.story &&
      draft.fields[POINTS_FIELD] !== undefined &&
      draft.epic?.window === 'current' &&
      !spared.has(draft),
  );
  FIGURES_OF_STORIES.forEach((figures, index) => {
    const story = stories[index];
    if (story) story.properties[WSJF_PROPERTY] = { version: 1, ...figures };
  });
};
