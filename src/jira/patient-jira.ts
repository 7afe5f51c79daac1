import { pauseAfter, type Patience } from '../contract/patience';
import type { JiraApi, JiraInit, JiraResponse } from './jira-api';
import { retryAfterOf } from './retry-after';

/**
 * Jira, asked again where that is safe: what it refused because too much was asked, as soon as it allows, and questions
 * that it did not answer. A write that was not answered may have been carried out and is left to who knows how to tell.
 *
 * @param patience - Asked once for each request.
 */
export const patientJira = ({ requestJira: ask, route }: JiraApi, patience: () => Patience): JiraApi => ({
  route,
  requestJira: async (path, init) => {
    const mine = patience();
    for (let tries = 1; ; tries += 1) {
      const answer = await ask(path, init).then(toAnswer, toLoss);
      const wait = isWorthAnother(answer, path, init)
        ? pauseAfter(tries, askedFor(answer.response), mine)
        : null;
      if (wait !== null) await mine.pause(wait);
      else if (answer.response) return answer.response;
      else throw answer.error;
    }
  },
});

/** Whether a request only asks: reads, and what is sent with POST because it is too long for a URL. */
export const isQuestion = (path: unknown, method: JiraInit['method'] | undefined): boolean =>
  method === undefined || method === 'GET' || (method === 'POST' && QUESTIONS.test(pathOf(path)));

const QUESTIONS =
  /^\/rest\/api\/3\/(search\/(jql|approximate-count)|issue\/bulkfetch|changelog\/bulkfetch|permissions\/check|jql\/(parse|match))(\?|$)/;

/** A string in the browser, an object of `@forge/api` behind a resolver. */
const pathOf = (path: unknown): string =>
  typeof path === 'string' ? path : String((path as { readonly value?: unknown } | null)?.value);

type Answer =
  | { readonly response: JiraResponse; readonly error?: undefined }
  | { readonly response?: undefined; readonly error: unknown };

const toAnswer = (response: JiraResponse): Answer => ({ response });
const toLoss = (error: unknown): Answer => ({ error });

const isWorthAnother = ({ response }: Answer, path: unknown, { method }: JiraInit): boolean => {
  if (response?.status === TOO_MANY) return true;
  const isUnanswered = !response || (response.status >= 500 && response.status !== NOT_IMPLEMENTED);
  return isUnanswered && isQuestion(path, method);
};

const TOO_MANY = 429;
const NOT_IMPLEMENTED = 501;

const askedFor = (response: JiraResponse | undefined): number =>
  response === undefined ? 0 : (retryAfterOf(response, Date.now()) ?? 0);
