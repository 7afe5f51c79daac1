import type { JiraResponse } from './jira-api';

/**
 * How long Jira wants to be left alone, in milliseconds from `now`; `null` where it does not say. `Retry-After` holds
 * seconds or a date (RFC 9110, section 10.2.3).
 */
export const retryAfterOf = ({ headers }: JiraResponse, now: number): number | null => {
  const text = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = /^[a-z]{3},/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
};

/** When to try again, in words that end "Try again …". */
export const whenToTryAgain = (milliseconds: number | null): string => {
  if (milliseconds === null) return 'in a minute';
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 90) return `in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  return `in ${Math.ceil(seconds / 60)} minutes`;
};
