import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { problemReply, send, type HttpReply } from './reply';

/** Serves the built pages of the site; every path without a file is the page itself, which knows its own routes. */
export const createPages = (folder: string) => {
  const files = sirv(folder, { dev: true });
  return (request: IncomingMessage, response: ServerResponse): void =>
    files(request, response, () => {
      const { pathname } = new URL(request.url ?? '/', 'http://site');
      if (extname(pathname) !== '') return send(response, problemReply(404, `There is no ${pathname}.`));
      send(response, fileReply(join(folder, 'index.html'), 'text/html; charset=utf-8'));
    });
};

/** One built file, or a refusal that says what builds it. */
export const fileReply = (file: string, type: string): HttpReply =>
  existsSync(file)
    ? { status: 200, headers: { 'content-type': type }, body: readFileSync(file, 'utf8') }
    : problemReply(404, `${file} is missing. npm start builds the pages.`);
