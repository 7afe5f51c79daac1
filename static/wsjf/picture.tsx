import { VALUE_COMPONENTS, valueOf } from '../../src/domain/wsjf';
import { countedFigures } from '../../src/domain/wsjf-rank';
import { formatNumber } from '../../src/domain/figure-words';
import { IssueLink } from '../shared/issue-link';
import { SHORT_NAMES } from './words';
import type { Listed } from './wsjf-table';
import styles from './picture.module.css';

/** The first issues as bars: what they are worth, in its three parts, over how large they are. */
export const Picture = ({
  items,
  leftOut,
}: {
  readonly items: readonly Listed[];
  readonly leftOut: boolean;
}) => {
  const drawn = items.filter(({ standing }) => standing.rank !== null).slice(0, MOST_DRAWN);
  // The longest bar has the whole width; sizes are drawn to the same scale.
  const longest = Math.max(SHORTEST, ...drawn.map(({ ranked }) => valueOf(countedFigures(ranked, leftOut))));
  const shareOf = (figure: number): string => `${(figure / longest) * 100}%`;
  return (
    <figure className={styles.picture}>
      <figcaption>
        {drawn.length === 0
          ? 'Nothing has a size yet, so there is nothing to draw.'
          : `The first ${drawn.length} that have a rank: a long upper bar over a short lower one comes first.`}
      </figcaption>
      <ul className={styles.legend} aria-hidden="true">
        {[...VALUE_COMPONENTS, 'jobSize' as const].map((component) => (
          <li key={component}>
            <span className={`${styles.swatch} ${styles[component]}`} /> {SHORT_NAMES[component]}
          </li>
        ))}
      </ul>
      <ol className={styles.list}>
        {drawn.map(({ row, ranked, standing }) => {
          const figures = countedFigures(ranked, leftOut);
          const score = leftOut ? standing.scoreWithout : standing.score;
          return (
            <li key={row.id}>
              <p className={styles.name}>
                <span>{leftOut ? standing.rankWithout : standing.rank}</span> <IssueLink issueKey={row.key} />{' '}
                {row.summary}
              </p>
              <div className={styles.bars} aria-hidden="true">
                <div className={styles.bar}>
                  {VALUE_COMPONENTS.map((component) => (
                    <span
                      key={component}
                      className={styles[component]}
                      style={{ width: shareOf(figures[component]) }}
                    />
                  ))}
                </div>
                <div className={styles.bar}>
                  <span className={styles.jobSize} style={{ width: shareOf(figures.jobSize ?? 0) }} />
                </div>
              </div>
              <p className={styles.words}>
                {`${valueOf(figures)} for size ${figures.jobSize}: ${formatNumber(score ?? 0)}`}
              </p>
            </li>
          );
        })}
      </ol>
    </figure>
  );
};

const MOST_DRAWN = 25;
/** As long as the largest size. */
const SHORTEST = 20;
