import Button from '@atlaskit/button/new';
import type { ObjectiveView } from '../../src/contract/views';
import { useArchive } from './archive';
import styles from './page.module.css';

/** What was archived in this cycle, for those who may bring it back. */
export const ArchivedList = ({ objectives }: { readonly objectives: readonly ObjectiveView[] }) => {
  const { setObjectiveArchived, setKeyResultArchived } = useArchive();
  const entries = objectives
    .filter(({ mayEdit }) => mayEdit)
    .flatMap((objective): Entry[] =>
      objective.archived
        ? [
            {
              id: objective.id,
              title: objective.title,
              restore: () => setObjectiveArchived(objective, false),
            },
          ]
        : objective.keyResults
            .filter(({ archived }) => archived)
            .map((keyResult) => ({
              id: keyResult.id,
              title: `${objective.title}: ${keyResult.title}`,
              restore: () => setKeyResultArchived(keyResult, false),
            })),
    );
  if (entries.length === 0) return null;
  return (
    <details className={styles.archived}>
      <summary>Archived ({entries.length})</summary>
      <ul>
        {entries.map(({ id, title, restore }) => (
          <li key={id}>
            <span>{title}</span>
            <Button spacing="compact" onClick={restore} aria-label={`Restore ${title}`}>
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
};

type Entry = { readonly id: string; readonly title: string; readonly restore: () => void };
