import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import sirv from 'sirv';
import { contentSecurityPolicy } from '../forge/content-security-policy';
import type { Manifest } from '../forge/manifest';
import { problemReply, send } from './reply';

/** Serves `/frame/<resource>/…`: the folder that the manifest names, its pages under Forge's policy and with the bridge. */
export const createFrames = (manifest: Manifest, siteOrigin: string) => {
  const assets = new Map([...manifest.resources].map(([key, folder]) => [key, sirv(folder, { dev: true })]));
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? '/', siteOrigin);
    const [, , key = '', ...rest] = pathname.split('/');
    const folder = manifest.resources.get(key);
    if (folder === undefined)
      return send(response, problemReply(404, `The manifest has no resource ${key}.`));
    const inside = rest.join('/') || 'index.html';
    if (inside.endsWith('.html')) return sendPage(response, folder, inside, manifest, siteOrigin);
    request.url = `/${inside}`;
    assets.get(key)?.(request, response, () =>
      send(
        response,
        problemReply(404, `Resource ${key} has no file ${inside}. npm start builds the front ends.`),
      ),
    );
  };
};

const BRIDGE = '<script src="/local/frame-bridge.js"></script>';

const sendPage = (
  response: ServerResponse,
  folder: string,
  inside: string,
  manifest: Manifest,
  siteOrigin: string,
): void => {
  const file = normalize(join(folder, decodeURIComponent(inside)));
  if (!file.startsWith(folder + sep) || !existsSync(file)) {
    return send(response, problemReply(404, `${file} is missing. npm start builds the front ends.`));
  }
  const page = readFileSync(file, 'utf8');
  send(response, {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(page, manifest.permissions, siteOrigin),
    },
    body: /<head[^>]*>/.test(page) ? page.replace(/<head[^>]*>/, (head) => head + BRIDGE) : BRIDGE + page,
  });
};
