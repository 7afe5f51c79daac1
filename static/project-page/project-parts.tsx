import { useEffect, useRef, useState, type ComponentType } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import { PartInSight } from '../shared/part-in-sight';
import { followParts } from '../shared/platform';
import { LaterScreen } from './later-screen';
import { PageSkeleton } from './page-skeleton';
import styles from './project-parts.module.css';
import { ProjectPage } from './project-page';

/** A screen that stands in the project page as one of its parts. */
export type PartScreen = ComponentType<{ readonly projectId: ProjectId }>;

/** The parts of the project page, each with an address of its own. One that was opened stays as it was left. */
export const ProjectParts = () => {
  const [part, setPart] = useState<string | null>(null);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const go = useRef<(part: string) => void>(setPart);
  useEffect(() => {
    const show = (wanted: string): void => {
      const known = PARTS.some(({ path }) => path === wanted) ? wanted : '';
      setPart(known);
      setOpened((before) => (before.includes(known) ? before : [...before, known]));
    };
    followParts(show).then(
      (history) => void (go.current = history.go),
      // A page without addresses still has its parts.
      () => ((go.current = show), show('')),
    );
  }, []);

  if (part === null) return <PageSkeleton />;
  return (
    <>
      <nav className={styles.parts} aria-label="Parts of the OKRs">
        {PARTS.map(({ path, name }) => (
          <button
            key={path}
            type="button"
            {...(path === part ? { 'aria-current': 'page' as const } : {})}
            onClick={() => path !== part && go.current(path)}
          >
            {name}
          </button>
        ))}
      </nav>
      {PARTS.filter(({ path }) => opened.includes(path)).map(({ path, name, load }) => (
        <div key={path} hidden={path !== part}>
          <PartInSight.Provider value={path === part}>
            {load === null ? <ProjectPage /> : <LaterScreen name={name} load={load} />}
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
  { path: 'wsjf', name: 'WSJF', load: async () => (await import('../wsjf/wsjf')).Wsjf },
];
