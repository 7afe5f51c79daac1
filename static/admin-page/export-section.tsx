import Button from '@atlaskit/button/new';
import { Announcement } from '../shared/announcement';
import { ProblemMessage } from '../shared/problem-message';
import styles from './admin-page.module.css';
import { FileLink } from '../shared/file-link';
import { Section } from './section';
import { useExport, type ExportState } from './use-export';
import { useLeaveWarning } from '../shared/use-leave-warning';
import { contentWords, countOf, readingWords } from './words';
import { WorkProgress } from './work-progress';

/** Takes everything that the app stores into one file. */
export const ExportSection = ({
  siteUrl,
  isEmpty,
}: {
  readonly siteUrl: string;
  readonly isEmpty: boolean;
}) => {
  const { state, start, goOn } = useExport(siteUrl);
  useLeaveWarning(state.name === 'running');
  return (
    <Section title="Export">
      <p>
        One file with everything that Throughline keeps: cycles, objectives, key results and check-ins of the
        company and of every team, also of teams that restrict who sees them, and the tags and WSJF figures of
        issues. It names people by their accounts and names, so keep it as you would keep those.
      </p>
      {isEmpty && state.name === 'idle' && (
        <p className={styles.quiet}>
          There is nothing to export yet. The first cycle is made on a project’s page OKRs; or import a file
          below.
        </p>
      )}
      {(!isEmpty || state.name !== 'idle') && (
        <Button
          appearance={state.name === 'done' ? 'default' : 'primary'}
          isLoading={state.name === 'running'}
          onClick={start}
        >
          {state.name === 'done' || state.name === 'stopped' ? 'Export again' : 'Export'}
        </Button>
      )}
      <Announcement>{wordsOf(state)}</Announcement>
      {state.name === 'running' && (
        <WorkProgress
          words={readingWords(state.progress)}
          share={null}
          isSettling={state.progress.step === 'settling'}
          whenLeft="When you leave it, the export stops, and you begin it again."
        />
      )}
      {state.name === 'stopped' && (
        <>
          <ProblemMessage problem={state.problem} onRetry={goOn} />
          <p className={styles.quiet}>
            What was read is kept: {contentWords(state.progress.counts)}. Trying again reads the rest.
          </p>
        </>
      )}
      {state.name === 'done' && <Done siteUrl={siteUrl} state={state} />}
    </Section>
  );
};

const Done = ({
  siteUrl,
  state: { file, exportedAt, progress, hidden, strange },
}: {
  readonly siteUrl: string;
  readonly state: Extract<ExportState, { readonly name: 'done' }>;
}) => (
  <div className={styles.done}>
    <p>Ready to be saved: {contentWords(progress.counts)}.</p>
    <FileLink file={file} name={`throughline-${new URL(siteUrl).hostname}-${exportedAt.slice(0, 10)}.jsonl`}>
      Save the file
    </FileLink>
    {hidden > 0 && (
      <p className={styles.warning}>
        About {countOf(hidden, 'issue')} with tags or figures that you may not browse{' '}
        {hidden === 1 ? 'is' : 'are'} not in it. Get the permission to browse those projects and export again,
        or let somebody export who has it.
      </p>
    )}
    {strange > 0 && (
      <p className={styles.quiet}>
        On {countOf(strange, 'issue')} something else stands in the place of a tag or of figures. Throughline
        does not read it, and it is not in the file.
      </p>
    )}
  </div>
);

/** Said once a step, not with every page that is read. */
const wordsOf = (state: ExportState): string => {
  if (state.name === 'running') return state.progress.step === 'settling' ? 'Export begins.' : 'Exporting.';
  return state.name === 'done' ? 'The export is ready to be saved.' : '';
};
