import { createHash } from 'node:crypto';
import { badRequest } from './http-error';

type Place = { readonly question: string; readonly offset: number; readonly after: string | null };

/** A token for the page that begins at an offset of the answer to a question; `after` is the id of the item before it. */
export const offsetToken = (offset: number, question: string, after: string | null = null): string =>
  Buffer.from(JSON.stringify({ question: digest(question), offset, after } satisfies Place)).toString(
    'base64url',
  );

/** @throws 400 for a token that was not given for this question. */
export const offsetOf = (token: string | null, question: string): number => placeOf(token, question).offset;

/** Where a token leads: an offset, and the id of the item before it. @throws 400 as `offsetOf` does. */
export const placeOf = (token: string | null, question: string): Place => {
  if (token === null || token === '') return { question: '', offset: 0, after: null };
  try {
    const place = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as Place;
    if (place.question === digest(question)) return place;
  } catch {
    // Not one of ours: refused below.
  }
  throw badRequest('The provided next page token is invalid for this request.');
};

const digest = (question: string): string =>
  createHash('sha256').update(question).digest('base64url').slice(0, 16);
