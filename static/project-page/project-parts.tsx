import { useEffect, useRef, useState, type ComponentType } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import { PartInSight } from '../shared/part-in-sight';
import { PartPathContext } from '../shared/part-path';
import { followPath } from '../shared/platform';
import { LaterScreen } from './later-screen';
import { PageSkeleton } from './page-skeleton';
import { addressOf, openedAt, type OpenParts } from './part-addresses';
import styles from './project-parts.module.css';
import { ProjectPage } from './project-page';

/** A screen that stands in the project page as one of its parts. */
export type PartScreen = ComponentType<{ readonly projectId: ProjectId }>;

/** The parts of the project page, each with addresses of its own. One that was opened stays as it was left. */
export const ProjectParts = () => {
  const [parts, setParts] = useState<OpenParts | null>(null);
  const go = useRef<(address: string) => void>(() => undefined);
  useEffect(() => {
    const show = (address: string): void =>
      setParts((before) => openedAt(before, address, (name) => PARTS.some(({ path }) => path === name)));
    followPath(show).then(
      (history) => void (go.current = history.go),
      // A page without addresses still has its parts.
      () => ((go.current = show), show('')),
    );
  }, []);

  if (parts === null) return <PageSkeleton />;
  const { shown, paths } = parts;
  return (
    <>
      <nav className={styles.parts} aria-label="Parts of the OKRs">
        {PARTS.map(({ path, name }) => (
          <button
            key={path}
            type="button"
            {...(path === shown ? { 'aria-current': 'page' as const } : {})}
            onClick={() => path !== shown && go.current(addressOf(path, paths.get(path)))}
          >
            {name}
          </button>
        ))}
      </nav>
      {PARTS.filter(({ path }) => paths.has(path)).map(({ path, name, load }) => (
        <div key={path} hidden={path !== shown}>
          <PartInSight.Provider value={path === shown}>
            <PartPathContext.Provider
              value={{
                path: paths.get(path) ?? '',
                go: (within) => go.current(addressOf(path, within)),
              }}
            >
              {load === null ? <ProjectPage /> : <LaterScreen name={name} load={load} />}
            </PartPathContext.Provider>
          </PartInSight.Provider>
        </div>
      ))}
    </>
  );
};

const PARTS: readonly {
  readonly path: string;
  readonly name: string;
  readonly load: (() => Promise<PartScreen>) | null;
}[] = [
  { path: '', name: 'OKRs', load: null },
  {
    path: 'refinement',
    name: 'Refinement',
    load: async () => (await import('../refinement/refinement')).Refinement,
  },
  {
    path: 'planning',
    name: 'Planning',
    load: async () => (await import('../sprint-planning/sprint-planning')).SprintPlanning,
  },
  {
    path: 'review',
    name: 'Review',
    load: async () => (await import('../sprint-review/review-part')).ReviewPart,
  },
  { path: 'wsjf', name: 'WSJF', load: async () => (await import('../wsjf/wsjf')).Wsjf },
];
