import { useState, type ReactElement } from 'react';
import type { FieldIds } from '../jira-data';
import { loadSprints } from '../jira-data';
import type { Board, Project, Sprint } from '../jira-types';
import { Show, useLoaded } from '../loading';
import { IssueList } from './issue-list';
import { SprintMenu } from './sprint-menu';

type BacklogProps = { readonly project: Project; readonly board: Board; readonly fieldIds: FieldIds };

/** The running and planned sprints, what is in none, and the closed sprints below. */
export const Backlog = (props: BacklogProps): ReactElement => {
  const { board, project } = props;
  const scrum = board.type === 'scrum';
  const loaded = useLoaded(`open sprints ${board.id}`, () =>
    scrum ? loadSprints(board.id, 'active,future') : Promise.resolve([]),
  );
  return (
    <Show loaded={loaded}>
      {(sprints) => (
        <>
          {sprints.map((sprint) => (
            <SprintSection
              key={sprint.id}
              {...props}
              sprint={sprint}
              sprints={sprints}
              onChanged={loaded.reload}
            />
          ))}
          <section className="sprint">
            <h2>Backlog</h2>
            <IssueList label="Backlog" jql={backlogJql(project, sprints)} fieldIds={props.fieldIds} />
          </section>
          {scrum && <ClosedSprints {...props} />}
        </>
      )}
    </Show>
  );
};

const SprintSection = (
  props: BacklogProps & {
    readonly sprint: Sprint;
    readonly sprints: readonly Sprint[];
    readonly onChanged: () => void;
  },
): ReactElement => {
  const { sprint, fieldIds } = props;
  return (
    <section className="sprint" aria-label={sprint.name}>
      <header>
        <div>
          <h2>
            {sprint.name} <span className="quiet">{datesOf(sprint)}</span>
          </h2>
          {sprint.goal && <p>{sprint.goal}</p>}
        </div>
        <SprintMenu {...props} />
      </header>
      <IssueList label={sprint.name} jql={sprintJql(sprint)} fieldIds={fieldIds} />
    </section>
  );
};

const ClosedSprints = ({ board, fieldIds }: BacklogProps): ReactElement => {
  const [open, setOpen] = useState(false);
  return (
    <details className="sprint" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Closed sprints</summary>
      {open && <ClosedSprintList board={board} fieldIds={fieldIds} />}
    </details>
  );
};

const ClosedSprintList = ({ board, fieldIds }: Omit<BacklogProps, 'project'>): ReactElement => {
  const [opened, setOpened] = useState<readonly number[]>([]);
  const loaded = useLoaded(`closed sprints ${board.id}`, () => loadSprints(board.id, 'closed'));
  return (
    <Show loaded={loaded}>
      {(sprints) =>
        [...sprints].reverse().map((sprint) => (
          <details
            key={sprint.id}
            onToggle={({ currentTarget }) => currentTarget.open && setOpened([...opened, sprint.id])}
          >
            <summary>
              {sprint.name} <span className="quiet">{datesOf(sprint)}</span>
            </summary>
            {opened.includes(sprint.id) && (
              <IssueList label={sprint.name} jql={sprintJql(sprint)} fieldIds={fieldIds} />
            )}
          </details>
        ))
      }
    </Show>
  );
};

const TOP_LEVEL = 'issuetype not in subTaskIssueTypes()';

const sprintJql = ({ id }: Sprint): string => `sprint = ${id} AND ${TOP_LEVEL} ORDER BY rank ASC`;

const backlogJql = ({ key }: Project, sprints: readonly Sprint[]): string => {
  const ids = sprints.map(({ id }) => id).join(', ');
  const outside = ids === '' ? '' : ` AND (sprint is EMPTY OR sprint not in (${ids}))`;
  return `project = "${key}" AND statusCategory != Done AND ${TOP_LEVEL} AND issuetype != Epic${outside} ORDER BY rank ASC`;
};

const datesOf = ({ startDate, endDate, completeDate }: Sprint): string =>
  startDate ? `${day(startDate)} – ${day(completeDate ?? endDate ?? startDate)}` : 'not started';

const day = (moment: string): string =>
  new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
