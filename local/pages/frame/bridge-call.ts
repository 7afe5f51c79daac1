import { account } from '../session';
import { rest } from '../rest';

/** A bridge command that the server answers: it needs the app's back end, Jira or the platform. */
export const callServer = (
  module: string,
  context: Readonly<Record<string, unknown>>,
  command: string,
  data: unknown,
): Promise<unknown> =>
  rest('/local/bridge', {
    method: 'POST',
    body: { account: account.get() || null, module, context, command, data: data ?? null },
  });
