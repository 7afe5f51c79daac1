import { jiraError } from './http-error';
import type { Route } from './route';

export type Match = { readonly route: Route; readonly params: Record<string, string> };

/**
 * Finds the route for a method and path. A fixed segment wins over a `{name}`, as in `issue/bulkfetch` and
 * `issue/{issue}`.
 * @throws 501 that names the path when nothing is served there, 405 when only the method is wrong.
 */
export const createRouter = (routes: readonly Route[]): ((method: string, path: string) => Match) => {
  const patterns = [...routes].sort(fixedFirst).map((route) => ({ route, segments: route.path.split('/') }));
  return (method, path) => {
    const segments = path.split('/').map(decode);
    const here = patterns.filter((pattern) => fits(pattern.segments, segments));
    const found = here.find(({ route }) => route.method === method);
    if (found) return { route: found.route, params: paramsOf(found.segments, segments) };
    if (here.length > 0) throw jiraError(405, `${method} is not allowed for ${path}.`);
    throw jiraError(501, `This local Jira does not serve ${method} ${path}.`);
  };
};

const isName = (segment: string): boolean => segment.startsWith('{');

const names = ({ path }: Route): number => path.split('/').filter(isName).length;

const fixedFirst = (a: Route, b: Route): number => names(a) - names(b);

const fits = (pattern: readonly string[], segments: readonly string[]): boolean =>
  pattern.length === segments.length &&
  pattern.every((part, at) => (isName(part) ? segments[at] !== '' : part === segments[at]));

const paramsOf = (pattern: readonly string[], segments: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    pattern.flatMap((part, at) => (isName(part) ? [[part.slice(1, -1), segments[at] ?? '']] : [])),
  );

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw jiraError(400, `The path segment ${segment} is not valid.`);
  }
};
