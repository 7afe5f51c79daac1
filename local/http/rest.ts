import type { IncomingHttpHeaders } from 'node:http';
import type { Account, Site } from '../jira/model';
import type { JiraCaller } from '../seams';
import { findAccount, type StandIn } from '../stand-in';
import { problemAt, type HttpReply } from './reply';

/**
 * Whose credentials came with the request: an account, nobody's (`null`), or somebody unknown. Clients of Jira log in
 * with an e-mail address, which serves as well as the user name. A closed account lets nobody in.
 */
export const whoIs = (site: Site, headers: IncomingHttpHeaders): Account | null | 'unknown' => {
  const { authorization } = headers;
  if (authorization === undefined) return null;
  const [, encoded = ''] = /^Basic (.+)$/i.exec(authorization) ?? [];
  const [userName = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const byAddress = () => site.accounts.find(({ emailAddress }) => emailAddress === userName);
  const account = findAccount(site, userName) ?? byAddress();
  return account?.active === true ? account : 'unknown';
};

/** Answers `/rest/…` as Jira does. `null` stands for a connection that is to be lost. */
export const answerRest = async (
  { site, jira, faults }: StandIn,
  request: { readonly method: string; readonly path: string; readonly headers: IncomingHttpHeaders },
  body: string | null,
): Promise<HttpReply | null> => {
  const { method, path, headers } = request;
  const account = whoIs(site, headers);
  if (account === 'unknown')
    return problemAt(
      path,
      401,
      'Basic authentication with the user name or e-mail address of an open account of the site is needed.',
    );
  const fault = await faults.strike('jira', `${method} ${path}`);
  if (fault?.lost === 'request') return null;
  if (fault?.answer) return fault.answer;
  const caller: JiraCaller =
    account === null ? { as: 'anonymous' } : { as: 'user', accountId: account.accountId };
  const flat = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  const reply = await jira.handle(
    {
      method,
      path,
      headers: { 'content-type': UNTOLD, ...(Object.fromEntries(flat) as Record<string, string>) },
      body,
    },
    caller,
  );
  return fault?.lost === 'reply' ? null : { status: reply.status, headers: reply.headers, body: reply.body };
};

/** What a body is that nobody says the type of. */
const UNTOLD = 'application/octet-stream';
