import type { ProjectId } from '../../src/domain/ids';
import type { InstalledApp } from '../builders/an-installed-app';
import { pass } from './given-jql';

/** The sprint that is to come on the small site's board. */
export const SPRINT = 3;
export const TODO = '11';
export const DOING = '12';
export const DONE = '13';

/** Moves the clock to a moment, has everything delivered that is due by then, and searches see what was written. */
export const at = async (app: InstalledApp, moment: string): Promise<void> => {
  const minutes = (Date.parse(moment) - app.standIn.clock.now().getTime()) / 60_000;
  await pass(app, minutes);
};

export const startSprint = async (app: InstalledApp, moment: string, over: object = {}): Promise<void> => {
  await at(app, moment);
  await ask(app, 'POST', `/rest/agile/1.0/sprint/${SPRINT}`, {
    state: 'active',
    startDate: moment,
    endDate: new Date(Date.parse(moment) + 14 * 86_400_000).toISOString(),
    ...over,
  });
};

export const closeSprint = async (app: InstalledApp, moment: string): Promise<void> => {
  await at(app, moment);
  await ask(app, 'POST', `/rest/agile/1.0/sprint/${SPRINT}`, { state: 'closed' });
};

export const join = (app: InstalledApp, ...issues: readonly string[]): Promise<void> =>
  ask(app, 'POST', `/rest/agile/1.0/sprint/${SPRINT}/issue`, { issues });

export const leave = (app: InstalledApp, ...issues: readonly string[]): Promise<void> =>
  ask(app, 'POST', '/rest/agile/1.0/backlog/issue', { issues });

export const moveTo = async (app: InstalledApp, issue: string, statusId: string): Promise<void> => {
  const { body } = await app.rest('admin', 'GET', `/rest/api/3/issue/${issue}/transitions`);
  const { transitions } = body as { transitions: { id: string; to: { id: string } }[] };
  const transition = transitions.find(({ to }) => to.id === statusId);
  await ask(app, 'POST', `/rest/api/3/issue/${issue}/transitions`, { transition: { id: transition?.id } });
};

export const review = (app: InstalledApp, account = 'admin') =>
  app.get(account, 'loadSprintReview', {
    projectId: '10000' as ProjectId,
    boardId: 1,
    place: { kind: 'sprint', sprintId: SPRINT },
  });

/** The frozen lines as a person is shown them, by the number in the issue's key. */
export const linesOf = async (app: InstalledApp, account = 'admin') => {
  const { ledger } = await review(app, account);
  if (ledger?.state !== 'closed') throw new Error(`The ledger is ${ledger?.state ?? 'not there'}.`);
  return Object.fromEntries(
    ledger.lines.map(({ issueId, ...line }) => [Number(issueId) - 10_000, line] as const),
  );
};

const ask = async (app: InstalledApp, method: string, path: string, body: unknown): Promise<void> => {
  const reply = await app.rest('admin', method, path, body);
  if (reply.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
};
