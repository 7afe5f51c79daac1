/** What Jira answers when it refuses: its status and its shape of errors. */
export type JiraError = Error & {
  readonly status: number;
  readonly errorMessages: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
};

/** An error to throw from a route: `{errorMessages:[message],errors:{}}`, or the named `errors` alone. */
export const jiraError = (status: number, message: string, errors: Record<string, string> = {}): JiraError =>
  Object.assign(new Error(message), {
    status,
    errorMessages: Object.keys(errors).length > 0 ? [] : [message],
    errors,
  });

export const isJiraError = (error: unknown): error is JiraError =>
  error instanceof Error && 'status' in error && 'errorMessages' in error;

export const badRequest = (message: string): JiraError => jiraError(400, message);

export const noSuchIssue = (): JiraError =>
  jiraError(404, 'Issue does not exist or you do not have permission to see it.');
