import { Announcement } from '../shared/announcement';
import { ProblemMessage } from '../shared/problem-message';
import styles from './admin-page.module.css';
import { ComparisonView } from './comparison-view';
import { FileChoice } from './file-choice';
import { ImportResultView } from './import-result';
import { RefusedFile } from './refused-file';
import { Section } from './section';
import { useImport, type ImportState } from './use-import';
import { useLeaveWarning } from '../shared/use-leave-warning';
import { stoppedWords } from './words';
import { WorkProgress } from './work-progress';

/** Brings an export into this site, after saying what that would change. */
export const ImportSection = ({
  siteUrl,
  onWritten,
}: {
  readonly siteUrl: string;
  /** Called whenever something was written or may have been, also when the import broke off. */
  readonly onWritten: () => void;
}) => {
  const { state, choose, show, write, compareAgain } = useImport(siteUrl, onWritten);
  useLeaveWarning(state.name === 'working');
  return (
    <Section title="Import">
      <p>
        Brings an export into this site. It is compared first, and you see what would change before anything
        is written. Nothing that is here is deleted.
      </p>
      <FileChoice isDisabled={state.name === 'working'} onChoose={choose} />
      <Announcement>{wordsOf(state)}</Announcement>
      {state.name === 'working' && (
        <WorkProgress
          words={state.words}
          share={state.share}
          isSettling={state.isSettling}
          whenLeft={
            state.share === null
              ? 'When you leave it, nothing was changed.'
              : 'When you leave it, what was written stays, and importing the same file again writes the rest.'
          }
        />
      )}
      {state.name === 'refused' && <RefusedFile fileName={state.fileName} problems={state.problems} />}
      {state.name === 'stopped' && (
        <>
          <ProblemMessage problem={state.problem} onRetry={state.goOn} />
          <p className={styles.quiet}>
            {state.writing === null
              ? 'Nothing was written. Trying again goes on where it stopped.'
              : stoppedWords(state.writing)}
          </p>
        </>
      )}
      {state.name === 'compared' && (
        <ComparisonView compared={state.compared} onDecide={show} onImport={() => write(state.compared)} />
      )}
      {state.name === 'done' && (
        <ImportResultView
          compared={state.compared}
          writing={state.writing}
          onCompareAgain={() => compareAgain(state.compared)}
        />
      )}
    </Section>
  );
};

const wordsOf = (state: ImportState): string => {
  switch (state.name) {
    case 'working':
      return 'Working on the import.';
    case 'refused':
      return 'The file cannot be imported.';
    case 'compared':
      return 'The file was compared with this site. Look at what would change, then import.';
    case 'done':
      return 'The import is done.';
    case 'idle':
    case 'stopped':
      return '';
  }
};
