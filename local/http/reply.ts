import type { IncomingMessage, ServerResponse } from 'node:http';

/** What goes out. */
export type HttpReply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** A reply whose body is JSON; nothing for `undefined`. */
export const jsonReply = (body: unknown, status = 200): HttpReply => {
  const text = JSON.stringify(body) as string | undefined;
  return text === undefined
    ? { status: 204 }
    : { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: text };
};

/** A refusal that says why. */
export const problemReply = (status: number, error: string): HttpReply => jsonReply({ error }, status);

/** A refusal in the shape of whoever is asked there: Jira's own under `/rest/`. */
export const problemAt = (path: string, status: number, sentence: string): HttpReply =>
  path.startsWith('/rest/')
    ? jsonReply({ errorMessages: [sentence], errors: {} }, status)
    : problemReply(status, sentence);

export const send = (response: ServerResponse, { status, headers = {}, body = '' }: HttpReply): void => {
  response.writeHead(status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
};

/** The whole body as text, `null` where there is none. @throws when it has more than 10 MB. */
export const readBody = async (request: IncomingMessage): Promise<string | null> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > 10 * 1024 * 1024) throw new Error('A request may have 10 MB.');
    pieces.push(piece);
  }
  return size === 0 ? null : Buffer.concat(pieces).toString('utf8');
};
