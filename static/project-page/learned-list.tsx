import type { GivenVerdict } from '../../src/domain/verdict';
import type { Sprint } from '../../src/jira/boards';
import { formatDay } from '../../src/domain/figure-words';
import styles from './history.module.css';
import { VERDICT_NAMES } from '../shared/verdict-names';
import { VerdictSign } from './verdict-mark';

/** What was learned of a key result in reviews, by the numbers that the chart's marks have. */
export const LearnedList = ({
  verdicts,
  sprints,
}: {
  readonly verdicts: readonly GivenVerdict[];
  readonly sprints: readonly Pick<Sprint, 'id' | 'name'>[];
}) =>
  verdicts.length > 0 && (
    <>
      <p className={styles.subheading}>What was learned</p>
      <ol className={styles.learned}>
        {verdicts.map((given, index) => (
          <li key={given.savedAt}>
            <VerdictSign verdict={given.verdict} />
            <span>
              {`${index + 1} · ${VERDICT_NAMES[given.verdict]}, ${placeName(given, sprints)}`}
              {given.learning !== '' && `: ${given.learning}`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );

const placeName = (
  { place, endedOn }: GivenVerdict,
  sprints: readonly Pick<Sprint, 'id' | 'name'>[],
): string => {
  if (place.kind === 'period') return `${formatDay(place.start)} to ${formatDay(endedOn)}`;
  return sprints.find(({ id }) => id === place.sprintId)?.name ?? `sprint until ${formatDay(endedOn)}`;
};
