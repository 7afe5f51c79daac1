import type { IncomingMessage } from 'node:http';

/** The name under which the site is served, and the one for frames: two origins, as on the platform. */
export const SITE_HOST = '127.0.0.1';
const FRAME_HOST = 'localhost';

/**
 * Why a request is not for this server, or `null` when it is. A page of the internet that a browser shows can send
 * requests to this machine; by Host and Origin they are told from the site's own.
 */
export const whyRefused = ({ headers }: IncomingMessage, port: number): string | null => {
  const hosts = [SITE_HOST, FRAME_HOST].map((name) => `${name}:${port}`);
  const host = headers.host ?? '';
  if (!hosts.includes(host)) return `This server is ${hosts.join(' or ')}, not ${host}.`;
  const { origin } = headers;
  const own = origin === undefined || hosts.some((one) => origin === `http://${one}`);
  return own ? null : `Requests of ${origin} are refused.`;
};

/** Whether the request was sent to the frames' name. */
export const isForFrames = ({ headers }: IncomingMessage): boolean =>
  (headers.host ?? '').startsWith(`${FRAME_HOST}:`);
