import { useState } from 'react';
import { showProblem } from '../shared/platform';
import { usePage } from './page-context';
import styles from './page.module.css';
import { saveVisibility } from './queries';

/** Who may see the team's OKRs, for those who may decide it. */
export const VisibilitySetting = () => {
  const { projectId, view, showVisibility } = usePage();
  const [isSaving, setIsSaving] = useState(false);
  const save = async (restricted: boolean): Promise<void> => {
    setIsSaving(true);
    const outcome = await saveVisibility({ projectId, restricted });
    setIsSaving(false);
    if (outcome.ok) showVisibility(outcome.value.restricted);
    else showProblem(outcome.error);
  };
  return (
    <div className={styles.visibility}>
      <label htmlFor="visibility">Who may see this team’s OKRs</label>
      <select
        id="visibility"
        className={styles.select}
        disabled={isSaving}
        value={view.visibility.restricted ? 'restricted' : 'open'}
        onChange={(event) => void save(event.target.value === 'restricted')}
      >
        <option value="open">Everyone on the site</option>
        <option value="restricted">Only people who may browse the project</option>
      </select>
    </div>
  );
};
