import type { FaultRule, FaultTarget } from './fault-rule';

/** What is answered in place of a call. */
export type FaultAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What the platform would answer with the rule's status, with the rule's own headers and body where it has them. */
export const answerFor = ({ target, status = 500, headers, body }: FaultRule): FaultAnswer => {
  const usual = USUAL[target](status);
  return {
    status,
    headers: { ...usual.headers, ...headers },
    body: body === undefined ? usual.body : typeof body === 'string' ? body : JSON.stringify(body),
  };
};

type Usual = Omit<FaultAnswer, 'status'>;

const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };

/** How long Jira asks to wait, in seconds, unless the rule says. */
const RETRY_AFTER = '5';

const jira = (status: number): Usual => ({
  headers:
    status === 429
      ? { ...JSON_TYPE, 'retry-after': RETRY_AFTER, 'ratelimit-reason': 'jira-burst-based' }
      : JSON_TYPE,
  body: JSON.stringify({
    errorMessages: [WORDS[status] ?? 'The stand-in was told to fail here.'],
    errors: {},
  }),
});

const storage = (status: number): Usual => ({
  headers: JSON_TYPE,
  body: JSON.stringify({
    code: status === 429 ? 'RATE_LIMIT_EXCEEDED' : status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'UNKNOWN_ERROR',
    message: 'The stand-in was told to fail here.',
  }),
});

const WORDS: Readonly<Record<number, string>> = { 429: 'Rate limit exceeded.' };

const USUAL: Readonly<Record<FaultTarget, (status: number) => Usual>> = {
  jira,
  storage,
  invoke: () => ({ headers: {}, body: '' }),
};
