import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import { useEffect, useId, useMemo, useRef } from 'react';
import { Announcement } from '../../shared/announcement';
import { ProblemMessage } from '../../shared/problem-message';
import { counted } from '../../shared/sprint-words';
import { reviewOf } from '../review-model';
import type { ToolProps } from '../review-tools';
import styles from './export-panel.module.css';
import { ExportedFiles } from './exported-files';
import { useNames } from './use-names';

/** Takes what is shown of a review elsewhere. What its issues are called is read first, where it is not known yet. */
export const ExportPanel = ({ shown, boardId, boardName, words, onClose }: ToolProps) => {
  const { view, work, valuesProblem } = shown;
  const review = useMemo(
    () => reviewOf(view, boardId, work.state === 'ready' ? work.work : null),
    [view, boardId, work],
  );
  const { names, again } = useNames(words, review.work);
  const isReading = work.state === 'reading' || names.state === 'reading';
  const title = useId();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section
      ref={place}
      className={styles.panel}
      aria-labelledby={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={title}>Export</h2>
      <p>What you are shown of this review, and nothing else.</p>
      {valuesProblem && <p>The key results could not be read, so they are not in it.</p>}
      {work.state === 'error' && <p>The work could not be read, so it is not in it.</p>}
      {isReading && (
        <Reading
          all={review.work?.lines.length ?? null}
          known={names.state === 'reading' ? names.known : 0}
        />
      )}
      {!isReading && names.state === 'problem' && (
        <ProblemMessage
          problem={{
            ...names.problem,
            message: `What the issues are called could not be read. ${names.problem.message}`,
          }}
          onRetry={again}
        />
      )}
      {!isReading && names.state === 'ready' && (
        <ExportedFiles
          review={review}
          boardName={boardName}
          words={names.words}
          hasValues={valuesProblem === null}
        />
      )}
      <Announcement>
        {isReading ? 'The export is being made.' : names.state === 'ready' ? 'The export is ready.' : ''}
      </Announcement>
      <div>
        <Button appearance="subtle" spacing="compact" onClick={onClose}>
          Close
        </Button>
      </div>
    </section>
  );
};

const Reading = ({ all, known }: { readonly all: number | null; readonly known: number }) => {
  const words =
    all === null
      ? 'The work is still being read…'
      : `Reading what ${counted(all, 'issue')} are called: ${known} so far…`;
  return (
    <div className={styles.reading}>
      <p>{words}</p>
      <ProgressBar ariaLabel={words} value={all ? known / all : 0} isIndeterminate={!all} />
    </div>
  );
};
