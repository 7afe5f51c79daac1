import type { JiraCaller } from '../seams';
import { readAppFieldValue } from './app-field';
import { appFieldText } from './app-field-json';
import { jiraError, noSuchIssue } from './http-error';
import { changeIssue } from './issue-change';
import type { AppCustomField, Issue } from './model';
import { holdsOnIssue } from './permissions';
import type { JiraState } from './state';

/** What opening an issue has come to: what was computed, by field id, and what could not be. */
export type Viewed = {
  readonly computed: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
};

/**
 * What Jira's issue view does when somebody opens an issue: the app computes its fields that have a value function, and
 * Jira keeps what it answers. No other view does so; they show what is kept, which stays where the app fails.
 * @throws 404 when there is no such issue or the caller may not see it.
 */
export const viewIssue = async (state: JiraState, caller: JiraCaller, idOrKey: string): Promise<Viewed> => {
  const issue = state.issues.find(idOrKey);
  if (!issue || !holdsOnIssue(state, caller, 'BROWSE_PROJECTS', issue)) throw noSuchIssue();
  const computed: Record<string, unknown> = {};
  const problems: string[] = [];
  const fields = state.site.customFields.flatMap((field) => (field.type === 'app' ? [field] : []));
  await Promise.all(
    fields.map(async (field) => {
      const functionKey = functionOf(state, field);
      if (functionKey === null) return;
      try {
        computed[field.id] = keep(state, issue, field, await compute(state, issue, field, functionKey));
      } catch (error) {
        problems.push(`${field.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }),
  );
  return { computed, problems };
};

const functionOf = ({ options }: JiraState, { key }: AppCustomField): string | null =>
  options.appFields?.find((declared) => declared.key === key)?.functionKey ?? null;

/** @throws what the app's function throws, or that it does not answer one value for the one issue. */
const compute = async (
  { options }: JiraState,
  issue: Issue,
  { id, key, moduleKey, name }: AppCustomField,
  functionKey: string,
): Promise<unknown> => {
  if (!options.runFunction) throw new Error('This Jira runs no functions of an app.');
  const appId = key.split('/')[1] ?? '';
  const answer = await options.runFunction(
    { functionKey, moduleKey },
    {
      field: { id, key: `${appId}__DEVELOPMENT__${moduleKey}`, type: key, name },
      issues: [{ id: Number(issue.id), value: issue.fields[id] ?? null }],
    },
  );
  if (Array.isArray(answer) && answer.length === 1) return answer[0];
  throw jiraError(400, `The function ${functionKey} did not answer a list of one value.`);
};

/** The kept value. Nothing in the history tells of it, nor is the issue's last change. */
const keep = (state: JiraState, issue: Issue, field: AppCustomField, value: unknown): unknown => {
  const kept = readAppFieldValue(state.site, field, value ?? null);
  if (appFieldText(issue.fields[field.id]) !== appFieldText(kept)) {
    const call = { state, caller: { as: 'app' } } as const;
    changeIssue(call, issue, { fields: { ...issue.fields, [field.id]: kept } }, []);
  }
  return kept;
};
