import { useCallback, useRef } from 'react';
import { failure } from '../../src/contract/outcome';
import type { ProjectPageView } from '../../src/contract/project-page';
import type { CycleId, ProjectId } from '../../src/domain/ids';
import { unwrap } from '../shared/loading';
import { useLoadable } from '../shared/use-loadable';
import { ProblemMessage } from '../shared/problem-message';
import { PageContent } from './page-content';
import { PageSkeleton } from './page-skeleton';
import styles from './page.module.css';
import { loadPage, readProjectId } from './queries';

type Loaded = { readonly projectId: ProjectId; readonly page: ProjectPageView };

/** The OKRs page of a project: loads a cycle's OKRs, and keeps showing them while another cycle is fetched. */
export const ProjectPage = () => {
  const cycleId = useRef<CycleId | null>(null);
  const isWhole = useRef(false);
  const load = useCallback(async (): Promise<Loaded> => {
    const projectId = await readProjectId();
    const page = await loadPage(projectId, cycleId.current);
    // What was shown in whole stays rather than giving way to a part.
    if (isWhole.current && page.rightsUnknown !== null) unwrap(failure(page.rightsUnknown));
    isWhole.current = page.rightsUnknown === null;
    return { projectId, page };
  }, []);
  const { loadable, freshness, reload, set } = useLoadable(load);

  if (loadable.state === 'error') {
    return (
      <div className={styles.page}>
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      </div>
    );
  }
  if (loadable.state === 'loading' || freshness === null) return <PageSkeleton />;
  const { projectId, page } = loadable.value;
  return (
    <PageContent
      projectId={projectId}
      page={page}
      freshness={freshness}
      onChange={(changed) => {
        cycleId.current = changed.cycle?.id ?? null;
        set({ projectId, page: changed });
      }}
      onReload={(wanted) => {
        cycleId.current = wanted;
        return reload();
      }}
    />
  );
};
