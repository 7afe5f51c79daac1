import { account } from './session';

/** A request that the site refused, in its own words. */
export type Refusal = Error & { readonly status: number };

/** Asks the site as whoever is chosen. @throws Refusal */
export const rest = async <T>(path: string, init: { method?: string; body?: unknown } = {}): Promise<T> => {
  const userName = account.get();
  const headers: Record<string, string> = { accept: 'application/json' };
  if (userName !== '') headers['authorization'] = `Basic ${btoa(`${userName}:x`)}`;
  if (init.body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(path, {
    method: init.method ?? 'GET',
    headers,
    credentials: 'omit',
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  const text = await response.text();
  if (!response.ok) {
    throw Object.assign(new Error(messageOf(text, response, path)), { status: response.status });
  }
  return (text === '' ? undefined : JSON.parse(text)) as T;
};

const messageOf = (text: string, { status }: Response, path: string): string => {
  try {
    const body = JSON.parse(text) as Record<string, unknown>;
    const listed = [
      ...((body['errorMessages'] as string[] | undefined) ?? []),
      ...Object.values((body['errors'] as Record<string, string> | undefined) ?? {}),
    ];
    const single = body['error'] ?? body['message'];
    if (typeof single === 'string') listed.push(single);
    else if (typeof single === 'object' && single !== null && 'message' in single)
      listed.push(String(single.message));
    if (listed.length > 0) return listed.join(' ');
  } catch {
    // Not JSON: what follows names the request instead.
  }
  return `${path} answered ${status}.`;
};
