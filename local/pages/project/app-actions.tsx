import type { ReactElement } from 'react';
import { loadModules, type AppModule } from '../app-modules';
import { AppFrame } from '../frame/app-frame';
import { openModal, type ModalSize } from '../frame/modals';
import type { Board, Project, Sprint } from '../jira-types';
import { reloadAll, useLoaded } from '../loading';
import { Menu } from '../menu';

export type ActionType = 'jira:backlogAction' | 'jira:boardAction' | 'jira:sprintAction';

type ActionPlace = {
  readonly project: Project;
  readonly board: Board;
  /** The one whose menu it is; backlogs and boards have none. */
  readonly sprint?: Sprint;
};

/** The "…" of a backlog or a board: the app's actions. Absent where the app has none. */
export const AppActionsMenu = ({
  type,
  label,
  place,
}: {
  readonly type: ActionType;
  readonly label: string;
  readonly place: ActionPlace;
}): ReactElement | null => {
  const actions = useActions(type);
  if (actions.length === 0) return null;
  return (
    <Menu label={label} button="…" className="icon">
      {actionButtons(actions, place)}
    </Menu>
  );
};

/** The app's actions of that type, empty until they are known. */
export const useActions = (type: ActionType): readonly AppModule[] =>
  useLoaded(`actions ${type}`, () => loadModules(type)).value ?? [];

/** One button for each action, for a menu. */
export const actionButtons = (actions: readonly AppModule[], place: ActionPlace): readonly ReactElement[] =>
  actions.map((module) => (
    <button
      key={module.key}
      type="button"
      title={module.properties['tooltip'] as string | undefined}
      onClick={() => openAction(module, place)}
    >
      {module.title}
    </button>
  ));

const openAction = (module: AppModule, { project, board, sprint }: ActionPlace): void =>
  openModal({
    title: module.title,
    label: module.title,
    size: (module.properties['viewportSize'] as ModalSize | undefined) ?? 'medium',
    // What the action changed, a sprint's goal or issues' labels, is to be seen below it.
    onClosed: reloadAll,
    render: (close) => (
      <AppFrame
        module={module}
        extension={{
          type: module.type,
          project: { id: project.id, key: project.key, type: 'software' },
          board: { id: board.id, type: board.type },
          ...(sprint === undefined ? {} : { sprint: { id: sprint.id, state: sprint.state } }),
          location: location.href,
        }}
        surface="surface-overlay"
        height="fill"
        place={{ close, submit: close }}
      />
    ),
  });
