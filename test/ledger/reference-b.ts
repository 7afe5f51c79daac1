/**
 * What a sprint did, told by somebody who comes afterwards and has nothing but replies of Jira's REST API: the sprint, its
 * board's configuration, the issues that searches find, with their whole histories and the tags that they have today. It
 * begins with each issue as it was when it was created and goes forwards, day by day. It shares no line with the app, nor
 * with the one who saw everything happen; the definitions are the same.
 */

/** Replies of Jira, as they came. */
export type Replies = {
  readonly sprint: {
    readonly id: number;
    readonly startDate?: string;
    readonly completeDate?: string;
  };
  readonly configuration: {
    readonly columnConfig: {
      readonly columns: readonly { readonly statuses: readonly { readonly id: string }[] }[];
    };
    readonly estimation?: { readonly field?: { readonly fieldId: string } };
  };
  readonly fields: readonly { readonly id: string; readonly name: string }[];
  /** What is in the sprint today, and what changed elsewhere since it began. */
  readonly issues: readonly IssueReply[];
  /** Ancestors of those, up to the highest. */
  readonly ancestors: readonly IssueReply[];
  readonly histories: readonly {
    readonly issueId: string;
    readonly changeHistories: readonly {
      readonly created: number;
      readonly items: readonly ItemReply[];
    }[];
  }[];
};

export type IssueReply = {
  readonly id: string;
  readonly fields: {
    readonly created: string;
    readonly status: { readonly id: string };
    readonly parent?: { readonly id: string };
    readonly issuetype: { readonly subtask: boolean };
    readonly [field: string]: unknown;
  };
  readonly properties?: Readonly<Record<string, unknown>>;
};

type ItemReply = {
  readonly fieldId?: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
};

export type RebuiltLine = {
  readonly issueId: string;
  readonly entrance: string;
  readonly outcome: string;
  readonly initialPoints: number | null;
  readonly finalPoints: number | null;
  readonly tag: unknown;
};

export const rebuild = (replies: Replies): readonly RebuiltLine[] => {
  const { sprint, configuration, issues } = replies;
  const sprintField = replies.fields.find(({ name }) => name === 'Sprint')!.id;
  const pointsField = configuration.estimation?.field?.fieldId ?? null;
  const lastColumn = configuration.columnConfig.columns[configuration.columnConfig.columns.length - 1];
  const done = (lastColumn?.statuses ?? []).map(({ id }) => id);
  const start = Date.parse(sprint.startDate!);
  const close = Date.parse(sprint.completeDate!);
  const lines: RebuiltLine[] = [];
  for (const issue of issues) {
    if (issue.fields.issuetype.subtask) continue;
    const steps = stepsOf(replies, issue, sprintField, pointsField);
    const story = storyOf(steps, start, close, (values) => ({
      isIn: values.sprints.includes(sprint.id),
      isDone: done.includes(values.status),
      points: values.points,
    }));
    if (story !== null) lines.push({ issueId: issue.id, ...story, tag: tagOf(issue, replies) });
  }
  return lines.sort((a, b) => Number(a.issueId) - Number(b.issueId));
};

type Values = { status: string; points: number | null; sprints: readonly number[] };
type Step = { readonly at: number; readonly values: Values };

/** How the issue was from when on: first as it was created, then after each moment at which something changed. */
const stepsOf = (
  { histories }: Replies,
  issue: IssueReply,
  sprintField: string,
  pointsField: string | null,
): readonly Step[] => {
  const entries = histories.find(({ issueId }) => issueId === issue.id)?.changeHistories ?? [];
  const all = entries.flatMap(({ items }) => items);
  const earliest = (fieldId: string): ItemReply | undefined => all.find((item) => item.fieldId === fieldId);
  const status = earliest('status');
  const sprints = earliest(sprintField);
  const points = pointsField === null ? undefined : earliest(pointsField);
  const inSprints = (issue.fields[sprintField] ?? []) as readonly { readonly id: number }[];
  const values: Values = {
    status: status ? status.from! : issue.fields.status.id,
    sprints: sprints ? numbers(sprints.from) : inSprints.map(({ id }) => id),
    points: points ? number(points.fromString) : valueOf(issue, pointsField),
  };
  const steps = new Map<number, Values>([[Date.parse(issue.fields.created), { ...values }]]);
  for (const { created, items } of entries) {
    for (const item of items) {
      if (item.fieldId === 'status') values.status = item.to!;
      if (item.fieldId === sprintField) values.sprints = numbers(item.to);
      if (pointsField !== null && item.fieldId === pointsField) values.points = number(item.toString);
    }
    steps.set(created, { ...values });
  }
  return [...steps].map(([at, after]) => ({ at, values: after }));
};

const numbers = (text: string | null): readonly number[] => (text ? text.split(', ').map(Number) : []);

const number = (text: string | null): number | null => (text === null || text === '' ? null : Number(text));

const valueOf = ({ fields }: IssueReply, field: string | null): number | null =>
  field === null ? null : ((fields[field] as number | null | undefined) ?? null);

type Look = { readonly isIn: boolean; readonly isDone: boolean; readonly points: number | null };

const DAY = 24 * 60 * 60 * 1000;

const storyOf = (
  steps: readonly Step[],
  start: number,
  close: number,
  look: (values: Values) => Look,
): Omit<RebuiltLine, 'issueId' | 'tag'> | null => {
  const before = steps.filter(({ at }) => at <= start);
  const opening = before.length === 0 ? null : look(before[before.length - 1]!.values);
  const book: Look[] = opening === null ? [] : [opening];
  for (let morning = start; morning < close; morning += DAY) {
    const night = Math.min(morning + DAY, close);
    for (const { at, values } of steps) if (at > morning && at <= night) book.push(look(values));
  }
  const timesIn = book.filter(({ isIn }) => isIn);
  if (timesIn.length === 0) return null;
  const closing = book[book.length - 1]!;
  const isCommitted = opening !== null && opening.isIn;
  const isStill = opening !== null && book.every(({ isDone }) => isDone);
  return {
    entrance: isCommitted ? (opening.isDone ? 'done-before-start' : 'committed') : 'added',
    outcome: isStill
      ? 'completed-elsewhere'
      : !closing.isIn
        ? 'removed'
        : closing.isDone
          ? 'completed'
          : 'not-completed',
    initialPoints: timesIn[0]!.points,
    finalPoints: timesIn[timesIn.length - 1]!.points,
  };
};

const tagOf = (issue: IssueReply, { ancestors }: Replies): unknown => {
  for (let each: IssueReply | undefined = issue; each !== undefined;) {
    const said = each.properties?.['throughline-tag'] as
      { readonly state: string; readonly keyResults?: unknown; readonly reason?: unknown } | undefined;
    const inherited = each !== issue;
    if (said?.state === 'tagged') return { state: 'tagged', keyResults: said.keyResults, inherited };
    if (said?.state === 'exempt') return { state: 'exempt', reason: said.reason, inherited };
    const above: string | undefined = each.fields.parent?.id;
    each = ancestors.find(({ id }) => id === above);
  }
  return null;
};
