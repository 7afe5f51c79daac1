import Heading from '@atlaskit/heading';
import { useState } from 'react';
import { ProblemMessage } from '../shared/problem-message';
import { useLoadable } from '../shared/use-loadable';
import hidden from '../shared/visually-hidden.module.css';
import styles from './admin-page.module.css';
import { ExportSection } from './export-section';
import { ImportSection } from './import-section';
import { PersonalDataSection } from './personal-data-section';
import { loadAdminPage } from './queries';

/** Jira's administrators take everything out of the app here, bring it in, and see what is reported of people. */
export const AdminPage = () => {
  const { loadable, reload } = useLoadable(loadAdminPage);
  // Known without asking: whoever lost the connection in the middle of an import cannot ask.
  const [hasWritten, setHasWritten] = useState(false);
  return (
    <div className={styles.page} aria-busy={loadable.state === 'loading'}>
      <Heading size="large" as="h1">
        Throughline
      </Heading>
      {loadable.state === 'loading' && <Skeleton />}
      {loadable.state === 'error' && (
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      )}
      {loadable.state === 'ready' && (
        <>
          <ExportSection
            siteUrl={loadable.value.siteUrl}
            isEmpty={loadable.value.page.isEmpty && !hasWritten}
          />
          <ImportSection
            siteUrl={loadable.value.siteUrl}
            onWritten={() => {
              setHasWritten(true);
              void reload();
            }}
          />
          <PersonalDataSection report={loadable.value.page.personalData} />
        </>
      )}
    </div>
  );
};

const Skeleton = () => (
  <>
    <p className={hidden.hidden} role="status">
      Loading
    </p>
    {[1, 2, 3].map((section) => (
      <div key={section} className={styles.skeleton} />
    ))}
  </>
);
