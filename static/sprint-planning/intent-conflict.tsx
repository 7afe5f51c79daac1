import Button from '@atlaskit/button/new';
import forms from '../shared/form.module.css';
import styles from './planning.module.css';

/** Both sentences, when somebody else said something first; the person chooses. */
export const IntentConflict = ({
  message,
  theirs,
  mine,
  isSaving,
  onMine,
  onTheirs,
}: {
  readonly message: string;
  readonly theirs: string;
  readonly mine: string;
  readonly isSaving: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) => (
  <div role="alert" className={styles.ask}>
    <p>{message}</p>
    <div className={styles.sides}>
      <div>
        <h3>Said by somebody else</h3>
        <p>{theirs}</p>
      </div>
      <div>
        <h3>Yours</h3>
        <p>{mine}</p>
      </div>
    </div>
    <div className={forms.buttons}>
      <Button appearance="primary" isLoading={isSaving} onClick={onMine}>
        Say mine instead
      </Button>
      <Button isDisabled={isSaving} onClick={onTheirs}>
        Take theirs
      </Button>
    </div>
  </div>
);
