import type { ReactElement } from 'react';
import { TypeMark } from '../issue-table';
import { loadSprints, searchIssues } from '../jira-data';
import type { Board, Issue, Project } from '../jira-types';
import { Show, useLoaded } from '../loading';
import { rest } from '../rest';
import { Link } from '../routing';
import { StatusMenu } from '../status';

type Column = { readonly name: string; readonly statuses: readonly { readonly id: string }[] };
type BoardShown = {
  readonly columns: readonly Column[];
  readonly issues: readonly Issue[];
  readonly empty: string;
};

const MOST_CARDS = 200;
const DONE_CARDS = 20;

/** The board: what is in the running sprint, or on a board without sprints what is not done and the last done. */
export const BoardColumns = ({
  project,
  board,
}: {
  readonly project: Project;
  readonly board: Board;
}): ReactElement => {
  const loaded = useLoaded(`board ${board.id}`, () => loadBoard(project, board));
  return (
    <Show loaded={loaded}>
      {({ columns, issues, empty }) => (
        <>
          {empty !== '' && <p className="quiet">{empty}</p>}
          <div className="board">
            {columns.map(({ name, statuses }) => {
              const here = issues.filter(({ fields }) => statuses.some(({ id }) => id === fields.status.id));
              return (
                <section key={name} className="column">
                  <h2>
                    {name} <span className="quiet">{here.length}</span>
                  </h2>
                  <ul>
                    {here.map((issue) => (
                      <Card key={issue.id} issue={issue} onMoved={loaded.reload} />
                    ))}
                  </ul>
                </section>
              );
            })}
          </div>
        </>
      )}
    </Show>
  );
};

const Card = ({ issue, onMoved }: { readonly issue: Issue; readonly onMoved: () => void }): ReactElement => (
  <li className="card">
    <p>{issue.fields.summary}</p>
    <div>
      <TypeMark name={issue.fields.issuetype.name} /> <Link href={`/browse/${issue.key}`}>{issue.key}</Link>
      <span className="quiet">{issue.fields.assignee?.displayName}</span>
    </div>
    <StatusMenu issue={issue} onMoved={onMoved} />
  </li>
);

const loadBoard = async (project: Project, board: Board): Promise<BoardShown> => {
  const [configuration, issues] = await Promise.all([
    rest<{ columnConfig: { columns: Column[] } }>(`/rest/agile/1.0/board/${board.id}/configuration`),
    board.type === 'scrum' ? sprintIssues(board) : flowIssues(project),
  ]);
  const empty =
    board.type === 'scrum' && issues.length === 0 ? 'No sprint is running. Start one in the backlog.' : '';
  return { columns: configuration.columnConfig.columns, issues, empty };
};

const sprintIssues = async (board: Board): Promise<readonly Issue[]> => {
  const sprints = await loadSprints(board.id, 'active');
  if (sprints.length === 0) return [];
  const ids = sprints.map(({ id }) => id).join(', ');
  const jql = `sprint in (${ids}) AND issuetype not in subTaskIssueTypes() ORDER BY rank ASC`;
  return (await searchIssues(jql, { size: MOST_CARDS })).issues;
};

const flowIssues = async ({ key }: Project): Promise<readonly Issue[]> => {
  const scope = `project = "${key}" AND issuetype not in subTaskIssueTypes() AND issuetype != Epic`;
  const [open, done] = await Promise.all([
    searchIssues(`${scope} AND statusCategory != Done ORDER BY rank ASC`, { size: MOST_CARDS }),
    searchIssues(`${scope} AND statusCategory = Done ORDER BY updated DESC`, { size: DONE_CARDS }),
  ]);
  return [...open.issues, ...done.issues];
};
