import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as v from 'valibot';
import { REPORT_PATH } from '../forge/content-security-policy';
import type { StandIn } from '../stand-in';
import { answerControl } from './control';
import { answerDashboards } from './dashboards';
import { createFrames } from './frames';
import { isForFrames, SITE_HOST, whyRefused } from './guard';
import { createPages, fileReply } from './pages';
import { jsonReply, problemAt, problemReply, readBody, send, type HttpReply } from './reply';
import { answerRest, whoIs } from './rest';

export type Routes = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Sends every request where it belongs: Jira, the controls, a frame, or the pages. */
export const createRoutes = (root: string, port: number, standIn: StandIn, changed: () => void): Routes => {
  const origin = `http://${SITE_HOST}:${port}`;
  const built = join(root, 'local', 'pages', 'dist');
  const frames = createFrames(standIn.manifest, origin);
  const pages = createPages(built);
  return async (request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const path = url.split('?')[0] ?? '/';
    const refused = whyRefused(request, port);
    if (refused !== null) return send(response, problemAt(path, 403, refused));
    if (path.startsWith('/rest/')) {
      const reply = await answerRest(standIn, { method, path: url, headers }, await readBody(request));
      return reply === null ? void response.destroy() : send(response, reply);
    }
    if (path.startsWith('/local/')) {
      return send(
        response,
        await answerLocal(standIn, built, { method, path, headers }, await readBody(request), changed),
      );
    }
    const forFrames = isForFrames(request);
    if (path.startsWith('/frame/')) {
      if (forFrames) return frames(request, response);
      return send(
        response,
        problemReply(404, 'Frames are served on the other host name, as on the platform.'),
      );
    }
    if (forFrames) return send(response, { status: 302, headers: { location: `${origin}${url}` } });
    pages(request, response);
  };
};

type LocalRequest = Pick<IncomingMessage, 'headers'> & { readonly method: string; readonly path: string };

const answerLocal = async (
  standIn: StandIn,
  built: string,
  { method, path, headers }: LocalRequest,
  body: string | null,
  changed: () => void,
): Promise<HttpReply> => {
  const file = BUILT[path];
  if (file !== undefined) return fileReply(join(built, file.name), file.type);
  if (path === REPORT_PATH) {
    const violation = describeViolation(body);
    if (violation === null) return problemReply(400, 'That is no report of a violation.');
    console.error(violation);
    return { status: 204 };
  }
  const account = whoIs(standIn.site, headers);
  if (account === 'unknown') return problemReply(401, 'The site has no open account of that user name.');
  const control = await answerControl(standIn, { method, path, body }, changed);
  if (control !== null) return control;
  const { site, manifest } = standIn;
  const host = { site, modules: manifest.modules };
  const reply = answerDashboards({ method, path, body, accountId: account?.accountId ?? null }, host);
  if (reply === null) return problemReply(404, `There is no ${path}.`);
  if (reply.changed) changed();
  return jsonReply(reply.body, reply.status);
};

const REPORT = v.object({
  'csp-report': v.object({
    'effective-directive': v.string(),
    'blocked-uri': v.string(),
    'document-uri': v.string(),
  }),
});

/** A browser's report in a sentence, `null` where it is none. */
const describeViolation = (body: string | null): string | null => {
  const report = v.safeParse(v.pipe(v.string(), v.parseJson(), REPORT), body);
  if (!report.success) return null;
  const {
    'effective-directive': directive,
    'blocked-uri': blocked,
    'document-uri': page,
  } = report.output['csp-report'];
  return `[content security policy] ${page} was kept from ${blocked} by ${directive}.`;
};

const BUILT: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  '/local/frame-bridge.js': { name: 'frame-bridge.js', type: 'text/javascript; charset=utf-8' },
  '/local/tokens.css': { name: 'tokens.css', type: 'text/css; charset=utf-8' },
};
