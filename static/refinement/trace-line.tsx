import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import styles from './refinement.module.css';
import type { Trace } from './selection';

/** What has left the list last, and a way back. Its place is kept, so that the list does not move. */
export const TraceLine = ({ trace }: { readonly trace: Trace | null }) => {
  const line = useRef<HTMLDivElement>(null);
  const undo = (): void => {
    // The button goes with what it undoes.
    line.current?.focus();
    trace?.undo?.();
  };
  return (
    <div ref={line} className={styles.trace} tabIndex={-1}>
      <p role="status">{trace?.words ?? ''}</p>
      {trace?.undo && (
        <Button spacing="compact" onClick={undo}>
          Undo
        </Button>
      )}
    </div>
  );
};
