import Button from '@atlaskit/button/new';
import styles from './refinement.module.css';
import type { Trace } from './selection';

/** What has left the list last, and a way back. Its place is kept, so that the list does not move. */
export const TraceLine = ({ trace }: { readonly trace: Trace | null }) => (
  <div className={styles.trace}>
    <p role="status">{trace?.words ?? ''}</p>
    {trace?.undo && (
      <Button spacing="compact" onClick={trace.undo}>
        Undo
      </Button>
    )}
  </div>
);
