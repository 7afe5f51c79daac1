import type { ReactElement } from 'react';
import { now } from '../clock';
import { showFlag } from '../frame/flags';
import { openModal } from '../frame/modals';
import { changeSprint } from '../jira-data';
import type { Board, Project, Sprint } from '../jira-types';
import { Menu } from '../menu';
import { actionButtons, useActions } from './app-actions';

type SprintMenuProps = {
  readonly project: Project;
  readonly board: Board;
  readonly sprint: Sprint;
  readonly sprints: readonly Sprint[];
  readonly onChanged: () => void;
};

const TWO_WEEKS_MS = 14 * 24 * 60 * 60 * 1000;

/** A sprint's "…": start or complete it, and the app's actions. */
export const SprintMenu = (props: SprintMenuProps): ReactElement => {
  const { sprint, sprints, onChanged } = props;
  const actions = useActions('jira:sprintAction');
  const change = (done: string, wanted: Partial<Sprint>) =>
    changeSprint(sprint.id, wanted).then(
      () => {
        showFlag({
          id: `sprint ${sprint.id}`,
          title: `${sprint.name} ${done}`,
          type: 'success',
          isAutoDismiss: true,
        });
        onChanged();
      },
      ({ message }: Error) =>
        showFlag({
          id: `sprint ${sprint.id}`,
          title: `${sprint.name} was not ${done}`,
          description: message,
          type: 'error',
        }),
    );
  const start = () => {
    const startDate = now();
    const endDate = new Date(startDate.getTime() + TWO_WEEKS_MS);
    return change('started', {
      state: 'active',
      startDate: startDate.toISOString(),
      endDate: endDate.toISOString(),
    });
  };
  return (
    <Menu label={`Actions for ${sprint.name}`} button="…" className="icon">
      {sprint.state === 'active' ? (
        <button
          type="button"
          onClick={() => confirmCompletion(sprint, () => void change('completed', { state: 'closed' }))}
        >
          Complete sprint
        </button>
      ) : (
        <button
          type="button"
          disabled={sprints.some(({ state }) => state === 'active')}
          onClick={() => void start()}
        >
          Start sprint
        </button>
      )}
      {actionButtons(actions, props)}
    </Menu>
  );
};

const confirmCompletion = ({ name }: Sprint, complete: () => void): void =>
  openModal({
    title: `Complete ${name}?`,
    label: name,
    size: 'small',
    render: (close) => (
      <div className="modal-body">
        <p>What is not done goes back to the backlog. A completed sprint cannot be opened again.</p>
        <div className="buttons">
          <button
            type="button"
            className="primary"
            onClick={() => {
              close();
              complete();
            }}
          >
            Complete sprint
          </button>
          <button type="button" onClick={() => close()}>
            Cancel
          </button>
        </div>
      </div>
    ),
  });
