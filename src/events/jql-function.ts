import * as v from 'valibot';
import { problemOf } from '../contract/outcome';
import { jiraAsApp } from '../platform/jira-as-app';
import { invocationPatience } from '../platform/invocation-patience';
import { storageProblemOf, waitForStorage } from '../storage/storage-calls';
import { computeJql, startReading } from '../usecases/compute-jql';

/** What Jira tells of one use of a function. Of who uses it, it tells nothing. */
const body = v.object({
  clause: v.object({
    functionName: v.string(),
    operator: v.picklist(['in', 'not in']),
    arguments: v.array(v.string()),
  }),
});

type Answer =
  { readonly jql: string } | { readonly error: string; readonly storeErrorAsPrecomputation: boolean };

/**
 * Called by Jira when somebody searches with one of the app's functions and Jira has kept nothing of it. What it answers
 * goes to everybody: it says nothing of what is not everybody's to see.
 */
export const computeJqlFunction = async (told: unknown): Promise<Answer> => {
  waitForStorage(() => invocationPatience);
  const parsed = v.safeParse(body, told);
  if (!parsed.success) return refused('Throughline does not understand this use of its function.');
  try {
    const { computed, isLasting } = await computeJql(startReading(jiraAsApp), parsed.output.clause);
    return 'jql' in computed ? computed : refused(computed.error, isLasting);
  } catch (error) {
    const problem = problemOf(error) ?? storageProblemOf(error);
    if (!problem) throw error;
    return refused(
      'Throughline could not read the tagged epics or the OKRs just now. Search again in a minute.',
    );
  }
};

const refused = (error: string, storeErrorAsPrecomputation = false): Answer => ({
  error,
  storeErrorAsPrecomputation,
});
