/**
 * What a sprint did, told by somebody who saw everything happen. It replays the log forwards, day by day, and shares no
 * line with the app: what it knows of ledgers is what their definitions say in words.
 *
 * - The window is from the start date as it stood when the sprint was started to the moment of the close. A moment
 *   includes everything that happened at that very moment.
 * - Committed is what is in the sprint at the start, done before the start what is in it and done then, added what comes
 *   later. Sub-tasks count for nothing.
 * - What is done at the start and never ceases to be in the window is completed elsewhere, whatever else happens to it.
 *   Else what is in it at the close is completed or not completed, and what is not is removed.
 * - The initial estimate is the one at the start or, of what was added, when it first came; the final one is the one at
 *   the close or, of what left, the last with which it was in.
 * - What was deleted is known by what was written down when the sprint started, and counts as it was then.
 * - Tags are those that counted when the sprint was frozen: an issue's own, else its nearest tagged ancestor's.
 */

type Tag =
  | { readonly state: 'tagged'; readonly keyResults: readonly string[] }
  | { readonly state: 'exempt'; readonly reason: string };

/** An entry of the log, as far as it is looked at here. */
type Entry = {
  readonly what: string;
  readonly at?: string;
  readonly issue?: string;
  readonly sprint?: number | null;
  readonly board?: number;
  readonly project?: string;
  readonly isEstimated?: boolean;
  readonly doneStatuses?: readonly string[];
  readonly isSubtask?: boolean;
  readonly parent?: string | null;
  readonly points?: number | null;
  readonly status?: string;
  readonly tag?: Tag | null;
  readonly startDate?: string;
  readonly phase?: string;
};

type Moment = {
  readonly at: string;
  readonly points: number | null;
  readonly status: string;
  /** Sprints that are over stay with an issue; of others there is one at most. */
  readonly sprints: readonly number[];
};

type Issue = {
  readonly id: string;
  readonly project: string;
  readonly isSubtask: boolean;
  parent: string | null;
  tag: Tag | null;
  isGone: boolean;
  /** How it was after all that happened at each moment at which something did. */
  readonly moments: Moment[];
};

type Board = {
  readonly project: string;
  readonly isEstimated: boolean;
  readonly done: ReadonlySet<string>;
};

type Sprint = {
  readonly board: Board;
  readonly been: Set<string>;
  start: string;
  close: string;
  /** By issue: the tag, what is there and where it is, when the start or the close was frozen. */
  atStart: Map<string, Seen>;
  atClose: Map<string, Seen>;
};

type Seen = { readonly tag: unknown; readonly isGone: boolean; readonly isInSprint: boolean };

export type WitnessedLine = {
  readonly issueId: string;
  readonly entrance: string;
  readonly outcome: string;
  readonly initialPoints: number | null;
  readonly finalPoints: number | null;
  readonly tag: unknown;
  readonly tagAtStart?: unknown;
};

export type Witnessed = {
  readonly lines: readonly WitnessedLine[];
  /** What was in the sprint and what nobody can find who comes when it is closed, with the reason. */
  readonly unseen: readonly {
    readonly issueId: string;
    readonly because: 'deleted' | 'of another project';
  }[];
};

/** Every closed sprint's ledger. `startOf` puts another start in place of the one that was told. */
export const witness = (
  log: readonly Entry[],
  startOf: (sprint: number) => string | null = () => null,
): Map<number, Witnessed> => {
  const { issues, sprints } = replay(log);
  const told = new Map<number, Witnessed>();
  for (const [id, sprint] of sprints) {
    if (sprint.close === '') continue;
    told.set(id, ledgerOf(id, { ...sprint, start: startOf(id) ?? sprint.start }, issues));
  }
  return told;
};

const replay = (log: readonly Entry[]) => {
  const boards = new Map<number, Board>();
  const issues = new Map<string, Issue>();
  const sprints = new Map<number, Sprint>();
  for (const entry of log) {
    const issue = issues.get(entry.issue ?? '');
    const sprint = sprints.get(entry.sprint ?? -1);
    const at = entry.at ?? '';
    switch (entry.what) {
      case 'board':
        boards.set(entry.board!, {
          project: entry.project!,
          isEstimated: entry.isEstimated!,
          done: new Set(entry.doneStatuses),
        });
        break;
      case 'sprint':
        sprints.set(entry.sprint!, {
          board: boards.get(entry.board!)!,
          been: new Set(),
          start: '',
          close: '',
          atStart: new Map(),
          atClose: new Map(),
        });
        break;
      case 'issue': {
        const { project, isSubtask, parent, points, status, tag } = entry;
        const inSprints = sprint === undefined ? [] : [entry.sprint!];
        issues.set(entry.issue!, {
          id: entry.issue!,
          project: project!,
          isSubtask: isSubtask!,
          parent: parent!,
          tag: tag!,
          isGone: false,
          moments: [{ at, points: points!, status: status!, sprints: inSprints }],
        });
        sprint?.been.add(entry.issue!);
        break;
      }
      case 'points':
        change(issue!, at, { points: entry.points! });
        break;
      case 'status':
        change(issue!, at, { status: entry.status! });
        break;
      case 'moved':
        change(issue!, at, { sprints: [...past(issue!, sprints), ...(sprint ? [entry.sprint!] : [])] });
        sprint?.been.add(issue!.id);
        break;
      case 'parent':
        issue!.parent = entry.parent!;
        break;
      case 'tag':
        issue!.tag = entry.tag!;
        break;
      case 'deleted':
        issue!.isGone = true;
        break;
      case 'started':
        sprint!.start = entry.startDate!;
        break;
      case 'closed':
        sprint!.close = at;
        break;
      case 'frozen': {
        const seen = entry.phase === 'start' ? sprint!.atStart : sprint!.atClose;
        for (const id of sprint!.been) seen.set(id, look(issues.get(id)!, entry.sprint!, issues));
        break;
      }
    }
  }
  return { issues, sprints };
};

const change = (issue: Issue, at: string, to: Partial<Moment>): void => {
  const last = issue.moments.at(-1)!;
  const next = { ...last, ...to, at };
  if (last.at === at) issue.moments.pop();
  issue.moments.push(next);
};

const past = (issue: Issue, sprints: ReadonlyMap<number, Sprint>): readonly number[] =>
  issue.moments.at(-1)!.sprints.filter((id) => sprints.get(id)!.close !== '');

const look = (issue: Issue, sprint: number, issues: ReadonlyMap<string, Issue>): Seen => {
  let from: Issue | undefined = issue;
  while (from && from.tag === null) from = from.parent === null ? undefined : issues.get(from.parent);
  return {
    tag: from ? { ...from.tag, inherited: from !== issue } : null,
    isGone: issue.isGone,
    isInSprint: issue.moments.at(-1)!.sprints.includes(sprint),
  };
};

const ledgerOf = (id: number, sprint: Sprint, issues: ReadonlyMap<string, Issue>): Witnessed => {
  const lines: WitnessedLine[] = [];
  const unseen: { issueId: string; because: 'deleted' | 'of another project' }[] = [];
  for (const issueId of [...sprint.been].sort((a, b) => Number(a) - Number(b))) {
    const issue = issues.get(issueId)!;
    const story = issue.isSubtask ? null : follow(issue.moments, id, sprint);
    if (story === null) continue;
    const isNear = issue.project === sprint.board.project;
    const first = sprint.atStart.get(issueId);
    const isWritten =
      story.wasInAtStart && first !== undefined && !first.isGone && (isNear || first.isInSprint);
    const { isGone, tag } = sprint.atClose.get(issueId)!;
    const tagAtStart = isWritten ? { tagAtStart: first.tag } : {};
    if (isGone && isWritten) {
      lines.push({
        issueId,
        entrance: story.wasDoneAtStart ? 'done-before-start' : 'committed',
        outcome: story.wasDoneAtStart ? 'completed-elsewhere' : 'removed',
        initialPoints: story.pointsAtStart,
        finalPoints: story.pointsAtStart,
        tag: first.tag,
        tagAtStart: first.tag,
      });
    } else if (isGone) unseen.push({ issueId, because: 'deleted' });
    else if (isNear || story.isInAtClose || isWritten) {
      const { entrance, outcome, initialPoints, finalPoints } = story;
      lines.push({ issueId, entrance, outcome, initialPoints, finalPoints, tag, ...tagAtStart });
    } else unseen.push({ issueId, because: 'of another project' });
  }
  return { lines, unseen };
};

const DAY = 86_400_000;

/** Goes through the window day by day; `null` for what was never in the sprint there. */
const follow = (moments: readonly Moment[], sprint: number, { board, start, close }: Sprint) => {
  const waiting = [...moments];
  let now: Moment | null = null;
  while (waiting.length > 0 && waiting[0]!.at <= start) now = waiting.shift()!;

  const isIn = (moment: Moment | null): boolean => moment !== null && moment.sprints.includes(sprint);
  const isDone = (moment: Moment | null): boolean => moment !== null && board.done.has(moment.status);
  const pointsOf = (moment: Moment): number | null => (board.isEstimated ? moment.points : null);

  const wasInAtStart = isIn(now);
  const wasDoneAtStart = isDone(now);
  let stayedDone = wasDoneAtStart;
  let first = wasInAtStart ? now : null;
  let lastIn = first;
  const pointsAtStart = now === null ? null : pointsOf(now);
  for (let day = Date.parse(start) + DAY; ; day += DAY) {
    const evening = Math.min(day, Date.parse(close));
    while (waiting.length > 0 && Date.parse(waiting[0]!.at) <= evening) {
      now = waiting.shift()!;
      if (!isDone(now)) stayedDone = false;
      if (isIn(now)) {
        first ??= now;
        lastIn = now;
      }
    }
    if (evening === Date.parse(close)) break;
  }
  if (first === null || lastIn === null) return null;
  const isInAtClose = isIn(now);
  const atClose = isInAtClose ? (isDone(now) ? 'completed' : 'not-completed') : 'removed';
  return {
    wasInAtStart,
    wasDoneAtStart,
    pointsAtStart,
    isInAtClose,
    entrance: !wasInAtStart ? 'added' : wasDoneAtStart ? 'done-before-start' : 'committed',
    outcome: stayedDone ? 'completed-elsewhere' : atClose,
    initialPoints: pointsOf(first),
    finalPoints: pointsOf(lastIn),
  };
};
