import { badRequest } from './http-error';
import type { Call, Route } from './route';

/** @throws 400 that names the first query parameter the route does not know. */
export const checkQuery = (route: Route, query: URLSearchParams): void => {
  const unknown = [...query.keys()].find((name) => !(route.query ?? []).includes(name));
  if (unknown !== undefined) {
    throw badRequest(`The query parameter '${unknown}' is not known for ${route.method} ${route.path}.`);
  }
};

/** A parameter that may come comma-separated, repeated or both; `null` when it is absent. */
export const listParameter = ({ query }: Call, name: string): string[] | null =>
  query.has(name)
    ? query
        .getAll(name)
        .flatMap((value) => value.split(','))
        .map((value) => value.trim())
        .filter((value) => value !== '')
    : null;

/** @throws 400 when the parameter is there and neither `true` nor `false`. */
export const flagParameter = ({ query }: Call, name: string, fallback: boolean): boolean => {
  const value = query.get(name) ?? String(fallback);
  if (value !== 'true' && value !== 'false') {
    throw badRequest(`The value '${value}' of '${name}' is neither true nor false.`);
  }
  return value === 'true';
};

/** @throws 400 when the parameter is there and not a whole number from 0 up. */
export const numberParameter = ({ query }: Call, name: string, fallback: number): number => {
  const value = query.get(name);
  if (value === null || value === '') return fallback;
  if (!/^\d{1,9}$/.test(value)) throw badRequest(`The value '${value}' of '${name}' is not a number.`);
  return Number(value);
};
