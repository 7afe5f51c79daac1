import * as v from 'valibot';

/** The rows of a site's files. Columns that are not named here are ignored. `docs/site-format.md` describes them. */

const column = (name: string, what: string): string => `“${name}” must be ${what}.`;

const text = (name: string) => {
  const message = column(name, 'a text that is not empty');
  return v.pipe(v.string(message), v.trim(), v.nonEmpty(message));
};

/** Jira writes `2015-01-31T10:00:00.000+0000`; the site keeps ISO in UTC. */
const moment = (name: string) => {
  const message = column(name, 'a moment such as 2015-01-31T10:00:00.000Z');
  const parsed = (written: string): number => Date.parse(written.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return v.pipe(
    v.string(message),
    v.regex(/^\d{4}-\d{2}-\d{2}(T|$)/, message),
    v.check((written) => Number.isFinite(parsed(written)), message),
    v.transform((written) => new Date(parsed(written)).toISOString()),
  );
};

const id = (name: string) =>
  v.pipe(
    v.union([v.string(), v.number()], column(name, 'a number')),
    v.transform(String),
    v.regex(/^\d{1,18}$/, column(name, 'a whole number')),
  );

const whole = (name: string) => {
  const message = column(name, 'a whole number');
  return v.pipe(v.number(message), v.integer(message), v.minValue(0, message));
};

const texts = (name: string) =>
  v.optional(v.array(v.string(column(name, 'a list of texts')), column(name, 'a list of texts')), []);

const maybe = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null);

const key = (name: string) =>
  v.pipe(
    v.string(column(name, 'an issue’s key')),
    v.regex(/^[A-Z][A-Z0-9_]*-\d+$/, column(name, 'an issue’s key such as ABC-12')),
  );

const row = ({ path }: v.BaseIssue<unknown>): string =>
  path === undefined
    ? 'A row must be an object between { and }.'
    : `The column “${String(path.at(-1)?.key)}” is missing. Add it.`;

export const issueRow = v.pipe(
  v.object(
    {
      id: id('id'),
      key: key('key'),
      type: text('type'),
      subtask: v.boolean(column('subtask', 'true or false')),
      summary: text('summary'),
      status: text('status'),
      statusId: id('statusId'),
      statusCategory: v.picklist(
        ['new', 'indeterminate', 'done'],
        column('statusCategory', 'new, indeterminate or done'),
      ),
      resolution: maybe(text('resolution')),
      priority: maybe(text('priority')),
      created: moment('created'),
      updated: moment('updated'),
      resolved: maybe(moment('resolved')),
      parent: maybe(key('parent')),
      epic: maybe(key('epic')),
      assignee: maybe(person('assignee')),
      reporter: maybe(person('reporter')),
      labels: texts('labels'),
      components: texts('components'),
      fixVersions: texts('fixVersions'),
      sprintIds: v.optional(v.array(whole('sprintIds'), column('sprintIds', 'a list of sprint ids')), []),
      links: v.optional(v.array(link(), column('links', 'a list of links')), []),
    },
    row,
  ),
  v.check(
    ({ subtask, parent }) => !subtask || parent !== null,
    'A sub-task needs a “parent”. Give it one, or set “subtask” to false.',
  ),
);
export type IssueRow = v.InferOutput<typeof issueRow>;

export const sprintRow = v.object(
  {
    id: whole('id'),
    name: text('name'),
    state: v.picklist(['future', 'active', 'closed'], column('state', 'future, active or closed')),
    startDate: maybe(moment('startDate')),
    endDate: maybe(moment('endDate')),
    completeDate: maybe(moment('completeDate')),
    goal: maybe(v.string(column('goal', 'a text'))),
    originBoardId: maybe(whole('originBoardId')),
  },
  row,
);
export type SprintRow = v.InferOutput<typeof sprintRow>;

export const epicRow = v.object(
  {
    id: id('id'),
    key: key('key'),
    name: maybe(v.string(column('name', 'a text'))),
    summary: maybe(v.string(column('summary', 'a text'))),
    done: v.optional(v.boolean(column('done', 'true or false')), false),
  },
  row,
);
export type EpicRow = v.InferOutput<typeof epicRow>;

function person(name: string) {
  const message = column(name, 'an account’s id: letters, digits, “:”, “-” and “_”');
  return v.pipe(v.string(message), v.regex(/^[a-zA-Z0-9:_-]{1,128}$/, message));
}

function link() {
  return v.object(
    {
      type: text('links.type'),
      dir: v.picklist(['in', 'out'], column('links.dir', 'in or out')),
      key: key('links.key'),
    },
    column('links', 'a list of links'),
  );
}
