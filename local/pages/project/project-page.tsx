import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { loadBoards, loadFieldIds, loadProject, type FieldIds } from '../jira-data';
import type { Board, Project } from '../jira-types';
import { Show, useLoaded } from '../loading';
import { Link } from '../routing';
import { AppActionsMenu } from './app-actions';
import { Backlog } from './backlog';
import { BoardColumns } from './board-columns';
import { Okrs } from './okrs';

const TABS = ['backlog', 'board', 'okrs'] as const;
const NAMES = { backlog: 'Backlog', board: 'Board', okrs: 'OKRs' } as const;

export type ProjectShown = {
  readonly project: Project;
  readonly boards: readonly Board[];
  readonly fieldIds: FieldIds;
};

/** A project under its tabs; the last of them is the app's. */
export const ProjectPage = ({
  projectKey,
  tab,
}: {
  readonly projectKey: string;
  readonly tab: string;
}): ReactElement => {
  const loaded = useLoaded(`project ${projectKey}`, () => loadAll(projectKey));
  return (
    <div className="page">
      <Show loaded={loaded}>{(shown) => <ProjectTabs {...shown} tab={tab} />}</Show>
    </div>
  );
};

const loadAll = async (projectKey: string): Promise<ProjectShown> => {
  const [project, boards, fieldIds] = await Promise.all([
    loadProject(projectKey),
    loadBoards(projectKey),
    loadFieldIds(),
  ]);
  return { project, boards, fieldIds };
};

const ProjectTabs = ({
  project,
  boards,
  fieldIds,
  tab,
}: ProjectShown & { readonly tab: string }): ReactElement => {
  useEffect(() => {
    document.title = `${NAMES[tab as 'okrs'] ?? tab} – ${project.name}`;
  }, [tab, project.name]);
  return (
    <>
      <h1>{project.name}</h1>
      <nav className="tabs" aria-label={`Parts of ${project.name}`}>
        {TABS.map((each) => (
          <Link
            key={each}
            href={`/projects/${project.key}/${each}`}
            {...(each === tab ? { 'aria-current': 'page' as const } : {})}
          >
            {NAMES[each]}
          </Link>
        ))}
      </nav>
      {tab === 'okrs' && <Okrs project={project} />}
      {tab === 'backlog' && (
        <WithBoard boards={boards}>
          {(board) => (
            <>
              <AppActionsMenu
                type="jira:backlogAction"
                label={`Backlog actions of ${board.name}`}
                place={{ project, board }}
              />
              <Backlog key={board.id} project={project} board={board} fieldIds={fieldIds} />
            </>
          )}
        </WithBoard>
      )}
      {tab === 'board' && (
        <WithBoard boards={boards}>
          {(board) => (
            <>
              <AppActionsMenu
                type="jira:boardAction"
                label={`Board actions of ${board.name}`}
                place={{ project, board }}
              />
              <BoardColumns key={board.id} project={project} board={board} />
            </>
          )}
        </WithBoard>
      )}
      {!TABS.some((each) => each === tab) && (
        <p className="problem">This project has no part called {tab}.</p>
      )}
    </>
  );
};

const WithBoard = ({
  boards,
  children,
}: {
  readonly boards: readonly Board[];
  readonly children: (board: Board) => ReactNode;
}): ReactElement => {
  const [chosen, setChosen] = useState(0);
  const board = boards[chosen];
  if (!board) return <p className="quiet">This project has no board that you may see.</p>;
  return (
    <>
      {boards.length > 1 && (
        <label className="field">
          Board{' '}
          <select value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
            {boards.map(({ id, name }, at) => (
              <option key={id} value={at}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {children(board)}
    </>
  );
};
