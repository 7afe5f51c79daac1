import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Problem } from '../../src/contract/outcome';
import { SavingNote } from '../shared/saving-note';
import { afterUndecided } from '../shared/undecided';
import { usePage } from './page-context';
import styles from './page.module.css';
import { saveVisibility } from './queries';

/** Who may see the team's OKRs, for those who may decide it. A choice that could not be saved stays until it is. */
export const VisibilitySetting = () => {
  const { projectId, view, showVisibility, readAgain } = usePage();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isSaving = wanted !== null && problem === null;
  const discard = (): void => {
    setWanted(null);
    setProblem(null);
  };
  const giveUp = (): void => {
    discard();
    if (problem?.undecided) readAgain();
  };
  const save = async (restricted: boolean): Promise<void> => {
    setWanted(restricted);
    setProblem(null);
    const outcome = await saveVisibility({ projectId, restricted });
    if (!outcome.ok) return setProblem(afterUndecided(problem?.undecided ?? false, outcome.error));
    discard();
    showVisibility(outcome.value.restricted);
  };
  return (
    <div className={styles.visibility}>
      <label htmlFor="visibility">Who may see this team’s OKRs</label>
      <select
        id="visibility"
        className={styles.select}
        disabled={isSaving}
        value={(wanted ?? view.visibility.restricted) ? 'restricted' : 'open'}
        onChange={(event) => void save(event.target.value === 'restricted')}
      >
        <option value="open">Everyone on the site</option>
        <option value="restricted">Only people who may browse the project</option>
      </select>
      <SavingNote isSaving={isSaving} />
      {problem && wanted !== null && (
        <div role="alert" className={styles.unsaved}>
          <p>{`${problem.undecided ? 'Not known whether your choice was saved.' : 'Your choice is not saved.'} ${problem.message}`}</p>
          <Button spacing="compact" onClick={() => void save(wanted)}>
            Try again
          </Button>
          <Button spacing="compact" appearance="subtle" onClick={giveUp}>
            Discard
          </Button>
        </div>
      )}
    </div>
  );
};
