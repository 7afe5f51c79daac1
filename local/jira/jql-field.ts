import type { JiraCaller } from '../seams';
import { badRequest, type JiraError } from './http-error';
import type { Issue } from './model';
import type { JiraState } from './state';

/** Who asks, when and where: what the meaning of a query depends on. */
export type JqlContext = {
  readonly state: JiraState;
  readonly caller: JiraCaller;
  readonly now: Date;
  /** The asker's time zone, in which days begin. */
  readonly timeZone: string;
  readonly mayBrowse: (issue: Issue) => boolean;
  /** Whether an app's function gave the query, which names the same issues whoever asks. */
  readonly isFragment?: boolean;
};

export type JqlOperator =
  '=' | '!=' | 'in' | 'not in' | 'is' | 'is not' | '<' | '<=' | '>' | '>=' | '~' | '!~';

export type JqlValue = string | number;

/** What a field holds, as an app's JQL function declares where it may be used. */
export type JqlFieldType =
  | 'issue'
  | 'project'
  | 'issue_type'
  | 'status'
  | 'status_category'
  | 'priority'
  | 'resolution'
  | 'label'
  | 'component'
  | 'version'
  | 'user'
  | 'date'
  | 'text'
  | 'number';

/** What JQL can ask of one field. */
export type JqlField = {
  /** None where no app's function may be used. */
  readonly types?: readonly JqlFieldType[];
  readonly operators: readonly JqlOperator[];
  /** The issue's values in the form that `operand` gives; none means EMPTY. */
  readonly values: (issue: Issue) => readonly JqlValue[];
  /** What a written value stands for; empty stands for EMPTY itself. @throws 400 for a value that does not exist. */
  readonly operand: (text: string) => readonly JqlValue[];
  /** Functions that stand for one value, and for lists. */
  readonly valueFunctions?: Readonly<Record<string, JqlFunction>>;
  readonly listFunctions?: Readonly<Record<string, JqlFunction>>;
  /** Where the index files issues with the value. */
  readonly entry?: (value: JqlValue) => string;
  /** The one issue with the value. */
  readonly direct?: boolean;
};

export type JqlFunction = (argumentsGiven: readonly string[]) => readonly JqlValue[];

export const EQUALITY = ['=', '!=', 'in', 'not in', 'is', 'is not'] as const;
export const COMPARISON = [...EQUALITY, '<', '<=', '>', '>='] as const;
export const TEXT = ['~', '!~', 'is', 'is not'] as const;

export const noSuchField = (name: string): JiraError =>
  badRequest(`Field '${name}' does not exist or you do not have permission to view it.`);

export const noSuchValue = (value: string, field: string): JiraError =>
  badRequest(`The value '${value}' does not exist for the field '${field}'.`);
