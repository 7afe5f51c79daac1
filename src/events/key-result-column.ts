import * as v from 'valibot';
import { invocationPatience } from '../platform/invocation-patience';
import { waitForStorage } from '../storage/storage-calls';
import { loadKeyResultColumn } from '../usecases/load-key-result-column';

/**
 * Called by Jira for the values of the field “Key results”, in the order of the issues that it names. An issue that
 * cannot be told has none, and so has whatever is not an issue. Jira keeps what is answered and shows it to everybody
 * who sees the issue.
 *
 * @throws When Jira cannot be read: nothing is then known, and what Jira has stays.
 */
export const keyResultColumn = async (request: unknown): Promise<(string | null)[]> => {
  waitForStorage(() => invocationPatience);
  const ids = v.parse(payload, request).issues;
  const known = ids.filter((id) => id !== null);
  const texts = known.length === 0 ? new Map<string, string | null>() : await loadKeyResultColumn(known);
  return ids.map((id) => (id === null ? null : (texts.get(id) ?? null)));
};

/** Numbers as Atlassian documents them, and the same as text, as ids are everywhere else. */
const issueId = v.pipe(
  v.union([v.pipe(v.number(), v.safeInteger()), v.string()]),
  v.transform(String),
  v.regex(/^\d{1,18}$/),
);

const payload = v.fallback(
  v.object({
    issues: v.array(
      v.fallback(
        v.pipe(
          v.object({ id: issueId }),
          v.transform(({ id }): string | null => id),
        ),
        null,
      ),
    ),
  }),
  { issues: [] },
);
