import { useState, useSyncExternalStore } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import { PartInSight } from '../shared/part-in-sight';
import { PartPathContext } from '../shared/part-path';
import type { Addresses } from './addresses';
import { LaterScreen } from './later-screen';
import { addressOf, openedAt } from './part-addresses';
import { isPart, PARTS, type PartScreen } from './parts';
import styles from './project-parts.module.css';

/** A part that is there when the page is first drawn. */
export type FirstScreen = {
  readonly part: string;
  readonly Screen: PartScreen;
  readonly projectId: ProjectId;
};

/** The parts of the project page, each with addresses of its own. One that was opened stays as it was left. */
export const ProjectParts = ({
  addresses,
  first,
}: {
  readonly addresses: Addresses;
  readonly first: FirstScreen | null;
}) => {
  const address = useSyncExternalStore(addresses.subscribe, () => addresses.get().address);
  const [opened, setOpened] = useState(() => ({ address, parts: openedAt(null, address, isPart) }));
  if (opened.address !== address) setOpened({ address, parts: openedAt(opened.parts, address, isPart) });

  const { shown, paths } = opened.parts;
  return (
    <>
      <nav className={styles.parts} aria-label="Parts of the OKRs">
        {PARTS.map(({ path, name }) => (
          <button
            key={path}
            type="button"
            {...(path === shown ? { 'aria-current': 'page' as const } : {})}
            onClick={() => path !== shown && addresses.go(addressOf(path, paths.get(path)))}
          >
            {name}
          </button>
        ))}
      </nav>
      {PARTS.filter(({ path }) => paths.has(path)).map((part) => (
        <div key={part.path} hidden={part.path !== shown}>
          <PartInSight.Provider value={part.path === shown}>
            <PartPathContext.Provider
              value={{
                path: paths.get(part.path) ?? '',
                go: (within) => addresses.go(addressOf(part.path, within)),
              }}
            >
              {first?.part === part.path ? (
                <first.Screen projectId={first.projectId} />
              ) : (
                <LaterScreen name={part.name} load={part.load} />
              )}
            </PartPathContext.Provider>
          </PartInSight.Provider>
        </div>
      ))}
    </>
  );
};
