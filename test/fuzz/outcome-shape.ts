/** What is wrong with the form of an answer, by hand and not by the app's own types; `null` when nothing is. */
export const wrongOutcome = (answer: unknown): string | null => {
  if (!isObject(answer)) return `${typeof answer} is no outcome`;
  if (answer['ok'] === true) {
    return (
      wrongKeys(answer, ['ok', 'value']) ?? (isObject(answer['value']) ? null : 'a success without a value')
    );
  }
  if (answer['ok'] !== false) return 'neither a success nor a failure';
  const { error } = answer;
  return (
    wrongKeys(answer, ['ok', 'error']) ??
    (isObject(error) ? wrongProblem(error) : 'a failure without a problem')
  );
};

const CODES = [
  'invalid',
  'not-found',
  'forbidden',
  'conflict',
  'rate-limited',
  'jira-unavailable',
  'storage-unavailable',
];
const LONGEST_MESSAGE = 600;
const MOST_FIELDS = 100;

/** A message is made for people: sentences, and nothing long that somebody sent comes back in it. */
const wrongProblem = (error: Readonly<Record<string, unknown>>): string | null => {
  const { code, message, fields = {} } = error;
  if (typeof code !== 'string' || !CODES.includes(code)) return `the code ${String(code)}`;
  if (!isMessage(message)) return `the message ${JSON.stringify(message).slice(0, 200)}`;
  if (!isObject(fields)) return 'fields that are no object';
  const entries = Object.entries(fields);
  if (entries.length > MOST_FIELDS) return `${entries.length} fields`;
  const wrong = entries.find(([path, words]) => path.length > LONGEST_MESSAGE || !isMessage(words));
  if (wrong) return `the field ${JSON.stringify(wrong).slice(0, 200)}`;
  return wrongKeys(error, ['code', 'message', 'fields', 'current']);
};

const isMessage = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= LONGEST_MESSAGE && /^[A-Z].*[.?]$/.test(value);

const wrongKeys = (value: object, known: readonly string[]): string | null => {
  const stray = Object.keys(value).find((key) => !known.includes(key));
  return stray === undefined ? null : `the property ${stray}`;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
