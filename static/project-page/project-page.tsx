import { useCallback, useContext, useRef } from 'react';
import { failure } from '../../src/contract/outcome';
import type { ProjectPageView } from '../../src/contract/project-page';
import type { CycleId, ProjectId } from '../../src/domain/ids';
import { unwrap } from '../shared/loading';
import { useChangesElsewhere } from '../shared/use-changes-elsewhere';
import { useLoadable } from '../shared/use-loadable';
import { ProblemMessage } from '../shared/problem-message';
import { BegunPageContext } from './begun-page-context';
import { loadPage } from './load-page';
import { PageContent } from './page-content';
import { PageSkeleton } from './page-skeleton';
import styles from './page.module.css';

/** The OKRs page of a project: loads a cycle's OKRs, and keeps showing them while another cycle is fetched. */
export const ProjectPage = ({ projectId }: { readonly projectId: ProjectId }) => {
  const begun = useRef(useContext(BegunPageContext));
  const cycleId = useRef<CycleId | null>(null);
  const isWhole = useRef(false);
  const load = useCallback(async (): Promise<ProjectPageView> => {
    const first = begun.current;
    begun.current = null;
    const page = await (first ?? loadPage(projectId, cycleId.current));
    // What was shown in whole stays rather than giving way to a part.
    if (isWhole.current && page.rightsUnknown !== null) unwrap(failure(page.rightsUnknown));
    isWhole.current = page.rightsUnknown === null;
    return page;
  }, [projectId]);
  const { loadable, freshness, reload, set } = useLoadable(load);
  useChangesElsewhere(() => void reload());

  if (loadable.state === 'error') {
    return (
      <div className={styles.page}>
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      </div>
    );
  }
  if (loadable.state === 'loading' || freshness === null) return <PageSkeleton />;
  const page = loadable.value;
  return (
    <PageContent
      projectId={projectId}
      page={page}
      freshness={freshness}
      onChange={(changed) => {
        cycleId.current = changed.cycle?.id ?? null;
        set(changed);
      }}
      onReload={(wanted) => {
        cycleId.current = wanted;
        return reload();
      }}
    />
  );
};
